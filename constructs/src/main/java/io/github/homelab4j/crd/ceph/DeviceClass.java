package io.github.homelab4j.crd.ceph;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What disks are, as Ceph names it. */
public enum DeviceClass {
  /** Rotating disks. */
  HDD,
  /** Flash behind SATA or SAS. */
  SSD,
  /** Flash on the PCI bus. */
  NVME;

  /** The name in Ceph. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
