package io.github.homelab4j.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** How tests are written. */
@AnalyzeClasses(
    packages = "io.github.homelab4j",
    importOptions = ImportOption.OnlyIncludeTests.class)
public final class TestStyleTest {
  @ArchTest
  static final ArchRule ASSERTIONS_ARE_ASSERTJ =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.junit.jupiter.api.Assertions")
          .because("one way to assert, with messages that say what was found");

  @ArchTest
  static final ArchRule TEST_METHODS_ARE_SENTENCES =
      methods()
          .that()
          .areAnnotatedWith(Test.class)
          .should()
          .haveNameMatching("[a-z][a-z0-9]*(_[a-z0-9]+)+")
          .andShould()
          .haveNameNotMatching("(test|should)_.*")
          .because("the list of tests reads as a description");

  /** A scan that finds nothing would pass every rule. */
  @ArchTest
  static void the_scan_finds_the_tests(JavaClasses scanned) {
    assertThat(scanned.stream().filter(type -> type.getSimpleName().endsWith("Test")))
        .as("tests")
        .hasSizeGreaterThan(40);
  }
}
