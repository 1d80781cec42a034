package dev.mailcheck;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static dev.mailcheck.CoreClasses.ALL;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which package of the core may know which, and where the libraries may be known. */
class ArchitectureTest {
    private static final List<String> MECHANISMS =
            List.of(
                    "spf", "dkim", "arc", "dmarc", "mtasts", "tlsrpt", "bimi", "dane", "dnssec",
                    "dnsbl", "iprev", "smtp", "tls", "https");

    /** From low to high: a package may know its own row and the rows before it. */
    private static final List<List<String>> ROWS =
            List.of(
                    List.of("text"),
                    List.of("json"),
                    List.of("dns", "net"),
                    List.of("message"),
                    MECHANISMS,
                    List.of("probe"),
                    List.of("check"),
                    List.of("grade"),
                    List.of("report"),
                    List.of("render"),
                    List.of("run"),
                    List.of("store"),
                    List.of("answer"),
                    List.of("service"),
                    List.of("http"));

    @Test
    void everyClassIsInAPackageWithARow() {
        assertThat(ALL)
                .hasSizeGreaterThan(50)
                .filteredOn(type -> !type.getSimpleName().equals("package-info"))
                .allSatisfy(type ->
                        assertThat(row(CoreClasses.topPackage(type)))
                                .as(type.getName())
                                .isNotNegative());
    }

    @ParameterizedTest
    @MethodSource("packages")
    void importsPointToLowerRows(String name) {
        noClasses()
                .that(areIn(name, other -> other.equals(name)))
                .should()
                .dependOnClassesThat(areIn("a higher row", other -> row(other) > row(name)))
                .allowEmptyShould(true)
                .check(ALL);
    }

    @Test
    void packagesDoNotKnowEachOtherInCircles() {
        slices().matching("dev.mailcheck.(*)..").should().beFreeOfCycles().check(ALL);
    }

    @Test
    void dnsjavaStaysBehindTheDoorToTheDns() {
        staysIn("org\\.xbill\\..*", "dev.mailcheck.dns..");
    }

    @Test
    void bouncyCastleStaysInTlsDnsAndDkim() {
        staysIn(
                "org\\.bouncycastle\\..*",
                "dev.mailcheck.tls..",
                "dev.mailcheck.dns..",
                "dev.mailcheck.dkim..");
    }

    @Test
    void theMailLibraryStaysInAnswer() {
        staysIn("jakarta\\.mail\\..*", "dev.mailcheck.answer..");
    }

    @Test
    void theHttpParserStaysInHttps() {
        staysIn("org\\.apache\\.hc\\..*", "dev.mailcheck.https..");
    }

    @Test
    void guavaIsForPublicSuffixesOnly() {
        staysIn("com\\.google\\.common\\..*", "dev.mailcheck.dnsbl..");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java\\.net\\.(Server|Datagram|Multicast)?Socket",
                "java\\.net\\.(URL|(Http)?URLConnection)",
                "java\\.net\\.http\\..*",
                "java\\.nio\\.channels\\.(.*(Socket|Datagram)Channel|Selector)",
                "javax\\.net\\..*Socket.*"
            })
    void socketsStayBehindTheDoors(String socket) {
        staysIn(socket, "dev.mailcheck.net..", "dev.mailcheck.dns..");
    }

    @Test
    void everyPackageIsNullMarked() {
        classes()
                .that()
                .haveSimpleName("package-info")
                .should()
                .beAnnotatedWith(NullMarked.class)
                .check(ALL);
        assertThat(ALL.stream().map(JavaClass::getPackage).distinct())
                .allSatisfy(p -> assertThat(p.tryGetPackageInfo()).as(p.getName()).isPresent());
    }

    static Stream<String> packages() {
        return ROWS.stream().flatMap(List::stream);
    }

    private static void staysIn(String types, String... packages) {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .haveNameMatching(types)
                .check(ALL);
    }

    private static DescribedPredicate<JavaClass> areIn(String what, Predicate<String> topPackage) {
        return DescribedPredicate.describe(
                "are in " + what, type -> topPackage.test(CoreClasses.topPackage(type)));
    }

    private static int row(String topPackage) {
        for (int i = 0; i < ROWS.size(); i++) {
            if (ROWS.get(i).contains(topPackage)) {
                return i;
            }
        }
        return -1;
    }
}
