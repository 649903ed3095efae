package io.github.homelab4j.core;

import java.util.List;

/**
 * An S3-compatible object store and the login for it. Buckets are named in the path of a URL, which
 * all such stores understand.
 *
 * @param endpoint its URL, as {@code https://s3.example.org}
 * @param region the region to sign for; most stores outside AWS take {@code us-east-1}
 * @param credentials item with {@code access-key-id} and {@code secret-access-key}
 * @param provider who runs it
 */
public record ObjectStoreRef(
    String endpoint, String region, StoreItemRef credentials, Provider provider) implements Ref {
  /** One that nothing of this homelab runs. */
  public ObjectStoreRef(String endpoint, String region, StoreItemRef credentials) {
    this(endpoint, region, credentials, Provider.external("object store " + endpoint));
  }

  /**
   * A bucket in it, which exists already.
   *
   * @throws InvalidPropsException when no bucket can be called so
   */
  public BucketRef bucket(String name) {
    return new BucketRef(this, name);
  }

  /** The access key's id. */
  public StoreKeyRef accessKeyId() {
    return credentials.key("access-key-id");
  }

  /** The secret access key. */
  public StoreKeyRef secretAccessKey() {
    return credentials.key("secret-access-key");
  }

  @Override
  public Loss loss() {
    return Loss.DEGRADES;
  }

  @Override
  public String without() {
    return "what it keeps there cannot be read or written";
  }

  @Override
  public String describe() {
    return "object store " + endpoint;
  }

  @Override
  public List<Ref> parts() {
    return List.of(credentials);
  }
}
