package io.github.homelab4j.hosts;

import io.github.homelab4j.core.HostSecrets;
import io.github.homelab4j.core.HostServiceRef;
import io.github.homelab4j.core.StoreKeyRef;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is in the files of {@link Minio}. */
final class MinioFiles {
  static final String ENVIRONMENT = "etc/default/minio";
  static final String USERS = "etc/minio/users.env";
  static final String SETUP = "etc/minio/setup.sh";

  private final MinioProps props;
  private final HostServiceRef s3;

  MinioFiles(MinioProps props, HostServiceRef s3) {
    this.props = props;
    this.s3 = s3;
  }

  /** The secrets of {@link #environment}. */
  List<StoreKeyRef> root() {
    return List.of(props.root().key("root-user"), props.root().key("root-password"));
  }

  /** The secrets of {@link #users}. */
  List<StoreKeyRef> logins() {
    return props.buckets().stream()
        .flatMap(bucket -> List.of(id(bucket), key(bucket)).stream())
        .toList();
  }

  // A shell reads it too, so that values stand in single quotes.
  String environment() {
    var console = props.console().map(service -> ":" + service.port());
    return """
        MINIO_ROOT_USER='%s'
        MINIO_ROOT_PASSWORD='%s'
        MINIO_VOLUMES='%s'
        MINIO_OPTS='--address %s%s'
        MINIO_BROWSER='%s'
        """
        .formatted(
            HostSecrets.placeholder(root().get(0)),
            HostSecrets.placeholder(root().get(1)),
            props.data(),
            s3.hostPort(),
            console.map(port -> " --console-address " + props.host().address() + port).orElse(""),
            console.isPresent() ? "on" : "off");
  }

  String users() {
    return props.buckets().stream()
        .map(
            bucket ->
                "%s_ID='%s'\n%s_KEY='%s'\n"
                    .formatted(
                        variable(bucket),
                        HostSecrets.placeholder(id(bucket)),
                        variable(bucket),
                        HostSecrets.placeholder(key(bucket))))
        .collect(Collectors.joining());
  }

  /**
   * Makes buckets, policies and logins, and does no harm when they are there.
   *
   * @see <a href="https://docs.min.io/community/minio-object-store/reference/minio-mc.html">mc</a>
   */
  String setup() {
    var buckets =
        props.buckets().stream()
            .map(
                bucket ->
                    "bucket %s \"$%s_ID\" \"$%s_KEY\"\n"
                        .formatted(bucket.name(), variable(bucket), variable(bucket)))
            .collect(Collectors.joining());
    return """
        #!/bin/sh
        set -eu
        . /%s
        . /%s

        # The login is not kept.
        MC_CONFIG_DIR=$(mktemp -d)
        export MC_CONFIG_DIR
        trap 'rm -rf "$MC_CONFIG_DIR"' EXIT
        # It takes a while after its unit was started, and whoever starts this unit waits for it.
        tries=0
        until mc alias set homelab %s "$MINIO_ROOT_USER" "$MINIO_ROOT_PASSWORD" >/dev/null; do
          tries=$((tries + 1))
          [ "$tries" -lt 30 ] || exit 1
          sleep 2
        done
        mc ready homelab

        # A bucket, and a login that may use it and nothing else.
        bucket() {
          mc mb --ignore-existing "homelab/$1"
          mc admin policy create homelab "$1" "/%s$1.json"
          mc admin user add homelab "$2" "$3"
          if ! said=$(mc admin policy attach homelab "$1" --user "$2" 2>&1); then
            case $said in
              *"already in effect"*) ;;
              *)
                echo "$said" >&2
                exit 1
                ;;
            esac
          fi
        }

        """
            .formatted(ENVIRONMENT, USERS, s3.http(), MinioPolicy.FOLDER)
        + buckets;
  }

  private static StoreKeyRef id(MinioProps.Bucket bucket) {
    return bucket.credentials().key("access-key-id");
  }

  private static StoreKeyRef key(MinioProps.Bucket bucket) {
    return bucket.credentials().key("secret-access-key");
  }

  private static String variable(MinioProps.Bucket bucket) {
    return "BUCKET_" + bucket.name().toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
