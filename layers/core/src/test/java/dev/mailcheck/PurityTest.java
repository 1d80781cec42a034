package dev.mailcheck;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static dev.mailcheck.CoreClasses.ALL;
import static dev.mailcheck.CoreClasses.targetMatching;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the core does not take for itself: time, chance, environment, names, the terminal. */
class PurityTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "java\\.time\\.\\w+\\.now\\(\\)",
                "java\\.time\\.Clock\\.(system|tick).*",
                "java\\.lang\\.System\\.currentTimeMillis\\(\\)",
                "java\\.util\\.Date\\.<init>\\(\\)",
                "java\\.util\\.Calendar\\.getInstance\\(.*"
            })
    void timeIsHandedIn(String source) {
        noClasses().should().accessTargetWhere(targetMatching(source)).check(ALL);
    }

    @Test
    void onlyDeadlinesReadTheStopwatch() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.mailcheck.net.Deadline")
                .should()
                .accessTargetWhere(targetMatching("java\\.lang\\.System\\.nanoTime\\(\\)"))
                .check(ALL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java\\.lang\\.Math\\.random\\(\\)",
                "java\\.util\\.Random\\.<init>\\(\\)",
                "java\\.util\\.UUID\\.randomUUID\\(\\)",
                "java\\.util\\.concurrent\\.ThreadLocalRandom\\.current\\(\\)",
                "java\\.security\\.SecureRandom\\.(<init>|getInstance).*"
            })
    void chanceIsHandedIn(String source) {
        noClasses().should().accessTargetWhere(targetMatching(source)).check(ALL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java\\.lang\\.System\\.(getenv|getProperty|getProperties|exit)\\(.*",
                "java\\.lang\\.System\\.(in|out|err)",
                "java\\.util\\.Locale\\.getDefault\\(.*"
            })
    void environmentIsHandedIn(String source) {
        noClasses().should().accessTargetWhere(targetMatching(source)).check(ALL);
    }

    @Test
    void namesAreNotResolvedByTheSystem() {
        String lookups =
                "java\\.net\\.Inet4?6?Address\\.(getByName|getAllByName|get(Canonical)?HostName)\\(.*";
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.mailcheck.net..", "dev.mailcheck.dns..")
                .should()
                .accessTargetWhere(targetMatching(lookups))
                .check(ALL);
    }

    @Test
    void noWaitIsWithoutEnd() {
        String joins = "java\\.(util\\.concurrent\\.CompletableFuture|lang\\.Thread)\\.join\\(\\)";
        noClasses().should().accessTargetWhere(targetMatching(joins)).check(ALL);
    }

    @Test
    void staticStateDoesNotChange() {
        fields().that().areStatic().should().beFinal().check(ALL);
    }

    @Test
    void namesSayWhatAClassIs() {
        noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl)").check(ALL);
    }
}
