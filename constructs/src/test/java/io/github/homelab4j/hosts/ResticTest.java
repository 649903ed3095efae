package io.github.homelab4j.hosts;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.BucketRef;
import io.github.homelab4j.core.FileKind;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.ObjectStoreRef;
import io.github.homelab4j.hosts.ResticProps.Source;
import java.time.LocalTime;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class ResticTest {
  private static final String SERVICE = "etc/systemd/system/restic-backup.service";
  private static final String TIMER = "etc/systemd/system/restic-backup.timer";

  @Test
  void copies_a_machines_folders_without_what_is_left_out() {
    assertThat(restic(props()))
        .hasKind(Pis.BOX, SERVICE, FileKind.SYSTEMD_UNIT)
        .file(Pis.BOX, SERVICE)
        .contains(
            "ExecStart=/usr/bin/restic backup --exclude-caches --exclude=/var/lib/minio /etc /home /var\n");
    assertThat(restic(props()))
        .file(Pis.FIRST, SERVICE)
        .contains("ExecStart=/usr/bin/restic backup --exclude-caches /etc /var/lib/rancher\n");
  }

  @Test
  void a_file_that_vanishes_while_it_is_read_spoils_nothing() {
    assertThat(restic(props())).file(Pis.FIRST, SERVICE).contains("\nSuccessExitStatus=3\n");
  }

  @Test
  void keeps_days_weeks_and_months() {
    assertThat(restic(props()))
        .file(Pis.FIRST, SERVICE)
        .contains("forget --keep-daily 7 --keep-weekly 4 --keep-monthly 12 --prune\n");
    assertThat(restic(props().keepDaily(3).keepWeekly(0).keepMonthly(1)))
        .file(Pis.FIRST, SERVICE)
        .contains("forget --keep-daily 3 --keep-weekly 0 --keep-monthly 1 --prune\n");
  }

  @Test
  void runs_at_its_time_or_as_soon_as_it_can() {
    assertThat(restic(props()))
        .file(Pis.BOX, TIMER)
        .contains("OnCalendar=*-*-* 02:00:00\n", "Persistent=true\n");
    assertThat(restic(props().at(LocalTime.of(23, 5))))
        .file(Pis.BOX, TIMER)
        .contains("OnCalendar=*-*-* 23:05:00\n");
  }

  @Test
  void each_machine_has_a_repository_and_no_secret_in_the_file() {
    assertThat(restic(props()))
        .file(Pis.FIRST, "etc/restic/environment.j2")
        .contains(
            "RESTIC_REPOSITORY='s3:http://10.9.0.11:9091/copies/pi-1'\n",
            "RESTIC_PASSWORD='{{ restic_password }}'\n",
            "AWS_ACCESS_KEY_ID='{{ minio_access_key_id }}'\n",
            "AWS_SECRET_ACCESS_KEY='{{ minio_secret_access_key }}'\n");
  }

  @Test
  void the_timer_is_started_and_the_copy_is_not() {
    assertThat(restic(props()).setup(Pis.BOX).units()).containsExactly("restic-backup.timer");
  }

  @Test
  void says_what_is_lost_with_the_password() {
    assertThat(restic(props()).notes())
        .singleElement()
        .asString()
        .startsWith("Without property password of item restic of secret store vault");
  }

  @Test
  void rejects_a_machine_twice() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().addSources(Source.of(Pis.BOX, "/root")).build())
        .withMessage(
            "sources have a machine twice, [box, pi-1, box]: put all its folders into one");
  }

  @Test
  void rejects_a_machine_of_which_nothing_is_copied() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().addSources(Source.of(Pis.SECOND)).build())
        .withMessageContaining("nothing of pi-2 is backed up");
  }

  @Test
  void rejects_a_folder_that_needs_quotes() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().addSources(Source.of(Pis.SECOND, "/my files")).build())
        .withMessageContaining("'/my files' of pi-2 is not a folder");
  }

  @Test
  void rejects_to_leave_out_what_is_not_in() {
    var source = Source.of(Pis.SECOND, "/etc").without("/var/lib/minio");

    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().addSources(source).build())
        .withMessage(
            "/var/lib/minio of pi-2 is left out of [/etc], where it is not: remove it, or correct the path");
  }

  @Test
  void rejects_to_keep_nothing() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().keepDaily(0).build())
        .withMessageContaining("0 daily, 4 weekly and 12 monthly copies are kept");
  }

  private static ResticProps.Builder props() {
    return ResticProps.builder()
        .addSources(
            Source.of(Pis.BOX, "/etc", "/home", "/var").without("/var/lib/minio"),
            Source.of(Pis.FIRST, "/etc", "/var/lib/rancher"))
        .bucket(
            new BucketRef(
                new ObjectStoreRef("http://10.9.0.11:9091", "us-east-1", Pis.STORE.item("minio")),
                "copies"))
        .password(Pis.STORE.item("restic").key("password"));
  }

  private static Restic restic(ResticProps.Builder props) {
    return new Restic(new App(), "restic", props.build());
  }
}
