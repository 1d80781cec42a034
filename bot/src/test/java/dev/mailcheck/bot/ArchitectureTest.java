package dev.mailcheck.bot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Where Bolt may be known, and what the bot may know. */
class ArchitectureTest {
    private static final JavaClasses ALL =
            new ClassFileImporter()
                    .importUrl(SlackWork.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void boltStaysInThePackageOfTheApp() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.mailcheck.bot.app..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.slack..", "okhttp3..", "com.google.gson..", "kotlin..")
                .check(ALL);
    }

    @Test
    void theBotKnowsNoCloudAndNoCommand() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.mailcheck.functions..",
                        "dev.mailcheck.cli..",
                        "software.amazon..",
                        "com.amazonaws..")
                .check(ALL);
    }

    @Test
    void messagesKnowNothingOfTheirWay() {
        noClasses()
                .that()
                .resideInAPackage("dev.mailcheck.bot.message..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.mailcheck.bot",
                        "dev.mailcheck.bot.app..",
                        "dev.mailcheck.service..",
                        "java.net.http..")
                .check(ALL);
    }

    @Test
    void onlyTheAppsPackageAndTheWebClientKnowANetwork() {
        noClasses()
                .that()
                .haveSimpleNameNotStartingWith("SlackWeb")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\.http\\..*|java\\.net\\..*Socket.*|java\\.net\\.URL")
                .check(ALL);
    }

    @Test
    void everyPackageIsNullMarked() {
        classes()
                .that()
                .haveSimpleName("package-info")
                .should()
                .beAnnotatedWith(NullMarked.class)
                .check(ALL);
    }
}
