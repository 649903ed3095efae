package io.github.homelab4j.hosts;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * systemd skips what it does not understand, so this is its grammar, of which we quote all values:
 * a shell understands them as well.
 *
 * @see <a
 *     href="https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#EnvironmentFile=">EnvironmentFile=</a>
 */
final class EnvironmentChecker implements FileChecker {
  private static final Pattern LINE = Pattern.compile("[A-Z_][A-Z0-9_]*='[^']*'");

  @Override
  public String how() {
    return "the grammar of [EnvironmentFile=](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#EnvironmentFile=)";
  }

  @Override
  public List<String> findings(WrittenFile file) throws IOException {
    return file.text()
        .lines()
        .filter(line -> !line.isEmpty() && !line.startsWith("#") && !LINE.matcher(line).matches())
        .map("'%s' is not a variable with a quoted value"::formatted)
        .toList();
  }

  @Override
  public Sample sample() {
    return new Sample(
        "etc/default/minio",
        "MINIO_VOLUMES='/srv/minio'\n",
        "MINIO_VOLUMES = '/srv/minio'\n",
        "is not a variable with a quoted value");
  }
}
