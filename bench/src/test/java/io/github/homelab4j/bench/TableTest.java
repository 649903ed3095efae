package io.github.homelab4j.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void columns_line_up() {
    assertThat(new Table("who", "s").row("homelab4j", "1.20").row("a|b", ""))
        .hasToString(
            """
            | who       | s    |
            |-----------|------|
            | homelab4j | 1.20 |
            | a\\|b      |      |
            """);
  }

  @Test
  void a_row_fits_under_the_heads() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Table("who", "s").row("homelab4j"))
        .withMessage("a row of 1 cells does not fit under 2 heads: [homelab4j]");
  }
}
