package io.github.homelab4j.core;

/** What reads a file of a machine, and so what it is checked with. */
public enum FileKind {
  /** A patch of Talos' machine configuration. */
  TALOS_PATCH("Talos machine configuration", "talosctl gen config, machine configuration"),
  /** What Talos' image is made of. */
  TALOS_SCHEMATIC("Talos Image Factory schematic", "Image Factory"),
  /** Settings of a K3s server or agent. */
  K3S_CONFIG("K3s configuration", "k3s"),
  /** Mirrors of container registries, as K3s reads them. */
  K3S_REGISTRIES("K3s registries", "k3s"),
  /** First boot of a machine. */
  CLOUD_INIT("cloud-init user data", "cloud-init"),
  /** The network of a machine at first boot. */
  CLOUD_INIT_NETWORK("cloud-init network configuration", "cloud-init"),
  /** Hosts and facts for playbooks. */
  ANSIBLE_INVENTORY("Ansible inventory", "ansible"),
  /** What sets machines up. */
  ANSIBLE_PLAYBOOK("Ansible playbook", "ansible"),
  /** Commands of Junos. */
  JUNOS("Junos set commands", "Junos"),
  /** Commands of OpenWrt's configuration. */
  UCI("UCI batch", "uci"),
  /** Settings of BIND. */
  NAMED_CONF("BIND configuration", "named"),
  /** Records of a DNS zone. */
  ZONE("DNS zone", "named", ";"),
  /** Settings of HAProxy. */
  HAPROXY("HAProxy configuration", "haproxy"),
  /** What a machine offers over iSCSI. */
  ISCSI_TARGET("iSCSI target", "targetcli, rtslib", ""),
  /** Settings of the iSCSI initiator. */
  ISCSI_INITIATOR("iSCSI initiator", "open-iscsi"),
  /** Variables of a service. */
  ENVIRONMENT("environment file", "systemd"),
  /** A unit of systemd. */
  SYSTEMD_UNIT("systemd unit", "systemd"),
  /** Commands. */
  SHELL("shell script", "sh"),
  /** Settings of Vault. */
  VAULT_CONFIG("Vault configuration", "vault"),
  /** What a login may do in Vault. */
  VAULT_POLICY("Vault policy", "vault"),
  /** What a login may do in an S3 store. */
  S3_POLICY("S3 policy", "mc", ""),
  /** A packet filter. */
  NFTABLES("nftables rules", "nft"),
  /** Folders that a machine shares. */
  NFS_EXPORTS("NFS exports", "exportfs"),
  /** Tunnels and machines, as SSH knows them. */
  SSH_CONFIG("SSH client configuration", "ssh");

  private final String what;
  private final String reader;
  private final String comment;

  FileKind(String what, String reader) {
    this(what, reader, "#");
  }

  FileKind(String what, String reader, String comment) {
    this.what = what;
    this.reader = reader;
    this.comment = comment;
  }

  /** What it is, in a few words. */
  public String what() {
    return what;
  }

  /** The program that reads it. */
  public String reader() {
    return reader;
  }

  /** What its comments begin with; empty where it has none. */
  public String comment() {
    return comment;
  }
}
