package io.github.homelab4j.hosts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Only a running MinIO judges a policy, so this is what it documents of the language, and of the
 * actions that we allow.
 *
 * @see <a
 *     href="https://docs.min.io/community/minio-object-store/administration/identity-access-management/policy-based-access-control.html">Access
 *     management</a>
 */
final class S3PolicyChecker implements FileChecker {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<String> ACTIONS =
      Set.of(
          "s3:AbortMultipartUpload",
          "s3:DeleteObject",
          "s3:GetBucketLocation",
          "s3:GetObject",
          "s3:ListBucket",
          "s3:ListBucketMultipartUploads",
          "s3:ListMultipartUploadParts",
          "s3:PutObject");
  private static final Pattern RESOURCE =
      Pattern.compile("arn:aws:s3:::[a-z0-9][a-z0-9-]{1,61}[a-z0-9](/\\*)?");
  private static final int LONGEST = 2048;

  @Override
  public String how() {
    return "the policy language that [MinIO documents](https://docs.min.io/community/minio-object-store/administration/identity-access-management/policy-based-access-control.html)";
  }

  @Override
  public List<String> findings(WrittenFile file) throws IOException {
    var findings = new ArrayList<String>();
    if (file.text().length() > LONGEST) {
      findings.add("a policy has %s characters at most".formatted(LONGEST));
    }
    try {
      var policy = JSON.readTree(file.text());
      if (!policy.path("Version").asText().equals("2012-10-17")
          || policy.path("Statement").isEmpty()
          || policy.size() != 2) {
        findings.add("a policy is of version 2012-10-17 and has statements");
      }
      policy.path("Statement").forEach(statement -> statement(statement, findings));
    } catch (JsonProcessingException e) {
      findings.add(e.getOriginalMessage());
    }
    return findings;
  }

  private static void statement(JsonNode statement, List<String> findings) {
    if (!Set.of("Allow", "Deny").contains(statement.path("Effect").asText())
        || statement.size() != 3) {
      findings.add("a statement has an Effect, Actions and Resources");
    }
    for (var action : statement.path("Action")) {
      if (!ACTIONS.contains(action.asText())) {
        findings.add("'%s' is no action".formatted(action.asText()));
      }
    }
    for (var resource : statement.path("Resource")) {
      if (!RESOURCE.matcher(resource.asText()).matches()) {
        findings.add("'%s' is no bucket, and nothing in one".formatted(resource.asText()));
      }
    }
  }

  @Override
  public Sample sample() {
    var sound =
        """
        {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": ["arn:aws:s3:::backups/*"]}
        ]}
        """;
    return new Sample(
        "etc/minio/policies/backups.json",
        sound,
        sound.replace("s3:GetObject", "s3:ReadObject"),
        "'s3:ReadObject' is no action");
  }
}
