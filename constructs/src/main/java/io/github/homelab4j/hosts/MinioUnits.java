package io.github.homelab4j.hosts;

/** The units of {@link Minio}. */
final class MinioUnits {
  private MinioUnits() {}

  // The unit of upstream's package, confined; it waits for the disk that the data is on.
  static String server(String data) {
    return """
        [Unit]
        Description=MinIO object store
        Documentation=https://github.com/minio/minio
        Wants=network-online.target
        After=network-online.target
        RequiresMountsFor=%s

        [Service]
        User=minio-user
        Group=minio-user
        EnvironmentFile=/%s
        ExecStart=/usr/local/bin/minio server $MINIO_OPTS $MINIO_VOLUMES
        Restart=always
        RestartSec=5s
        LimitNOFILE=65536
        TasksMax=infinity
        TimeoutStopSec=60s
        NoNewPrivileges=yes
        PrivateDevices=yes
        PrivateTmp=yes
        ProtectHome=yes
        ProtectSystem=full

        [Install]
        WantedBy=multi-user.target
        """
        .formatted(data, MinioFiles.ENVIRONMENT);
  }

  // MinIO takes a while to answer.
  static String setup() {
    return """
        [Unit]
        Description=Buckets and logins of MinIO
        Requires=minio.service
        After=minio.service

        [Service]
        Type=oneshot
        RemainAfterExit=yes
        Restart=on-failure
        RestartSec=5s
        ExecStart=/bin/sh /%s

        [Install]
        WantedBy=multi-user.target
        """
        .formatted(MinioFiles.SETUP);
  }
}
