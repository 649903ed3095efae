package io.github.homelab4j.hosts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/** What the login of a bucket may do in {@link Minio}: everything in it, and nothing elsewhere. */
final class MinioPolicy {
  static final String FOLDER = "etc/minio/policies/";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private MinioPolicy() {}

  /** Where the policy of a bucket lies. */
  static String path(MinioProps.Bucket bucket) {
    return FOLDER + bucket.name() + ".json";
  }

  /** The policy of a bucket. */
  static String of(MinioProps.Bucket bucket) {
    var all = "arn:aws:s3:::" + bucket.name();
    var policy =
        new Policy(
            "2012-10-17",
            List.of(
                new Statement(
                    "Allow",
                    List.of(
                        "s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"),
                    List.of(all)),
                new Statement(
                    "Allow",
                    List.of(
                        "s3:AbortMultipartUpload",
                        "s3:DeleteObject",
                        "s3:GetObject",
                        "s3:ListMultipartUploadParts",
                        "s3:PutObject"),
                    List.of(all + "/*"))));
    try {
      return JSON.writeValueAsString(policy).replace("\r\n", "\n");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
  private record Policy(String version, List<Statement> statement) {}

  @JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
  private record Statement(String effect, List<String> action, List<String> resource) {}
}
