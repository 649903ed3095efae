package io.github.homelab4j.apps;

import io.github.homelab4j.core.OidcClientRef;
import io.github.homelab4j.core.SecretTemplate;
import io.github.homelab4j.core.StoreKeyRef;
import io.github.homelab4j.unit.Hostname;
import java.net.URI;

/** Secrets in the forms that parts of GitLab read. */
final class GitLabSecrets {
  static final String CONNECTION = "connection";
  static final String REGISTRY = "registry";
  static final String S3CMD = "s3cfg";
  static final String PROVIDER = "provider";

  private GitLabSecrets() {}

  /**
   * One login for the object store, as Rails, the registry and the backup tool (s3cmd) spell it.
   */
  static SecretTemplate objectStore(String release, GitLabProps props) {
    var store = props.objectStore();
    var uri = URI.create(store.endpoint());
    return SecretTemplate.named(release + "-object-store")
        .source("id", store.accessKeyId())
        .source("key", store.secretAccessKey())
        .entry(
            CONNECTION,
            """
            provider: AWS
            endpoint: %s
            region: %s
            path_style: true
            aws_access_key_id: {{ .id | toJson }}
            aws_secret_access_key: {{ .key | toJson }}
            """
                .formatted(store.endpoint(), store.region()))
        // Redirects are off so that clients need to reach the registry only, not the object store.
        .entry(
            REGISTRY,
            """
            s3_v2:
              bucket: %s-registry
              regionendpoint: %s
              region: %s
              pathstyle: true
              accesskey: {{ .id | toJson }}
              secretkey: {{ .key | toJson }}
            redirect:
              disable: true
            """
                .formatted(props.bucketPrefix(), store.endpoint(), store.region()))
        // A host_bucket without the bucket's name in it is s3cmd's way to say path style.
        .entry(
            S3CMD,
            """
            [default]
            access_key = {{ .id }}
            secret_key = {{ .key }}
            host_base = %1$s
            host_bucket = %1$s
            bucket_location = %2$s
            use_https = %3$s
            """
                .formatted(
                    uri.getAuthority(),
                    store.region(),
                    "https".equals(uri.getScheme()) ? "True" : "False"));
  }

  /** The file that Rails calls {@code secrets.yml}. */
  static SecretTemplate rails(String release, StoreKeyRef secrets) {
    return SecretTemplate.named(release + "-rails-secrets").key("secrets.yml", secrets);
  }

  /**
   * An OmniAuth provider of the kind {@code openid_connect}; people are told apart by the
   * provider's immutable {@code sub}.
   */
  static SecretTemplate login(String release, OidcClientRef client, Hostname hostname) {
    return SecretTemplate.named(release + "-login")
        .source("secret", client.secret())
        .entry(
            PROVIDER,
            """
            name: openid_connect
            label: Single sign-on
            args:
              name: openid_connect
              scope: [openid, profile, email]
              response_type: code
              issuer: %s
              discovery: true
              client_auth_method: query
              pkce: true
              client_options:
                identifier: %s
                secret: {{ .secret | toJson }}
                redirect_uri: %s/users/auth/openid_connect/callback
            """
                .formatted(client.issuer(), client.clientId(), hostname.https()));
  }
}
