package dev.mailcheck;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import java.util.regex.Pattern;

/** The compiled classes of this module without its tests, and what is asked of them. */
final class CoreClasses {
    static final JavaClasses ALL =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
                    .withImportOption(location -> location.contains("/layers/core/"))
                    // What the JSON generator writes reaches from the lowest row to all others.
                    .withImportOption(location -> !location.contains("/jsonb/"))
                    .importPackages("dev.mailcheck");

    private CoreClasses() {}

    /** "dns" for dev.mailcheck.dns and all below it, "" for dev.mailcheck and foreign packages. */
    static String topPackage(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.", -1);
        boolean ours = parts.length > 2 && type.getPackageName().startsWith("dev.mailcheck.");
        return ours ? parts[2] : "";
    }

    /** Calls, method references and reads of fields, e.g. "java.time.Instant.now()". */
    static DescribedPredicate<JavaAccess<?>> targetMatching(String pattern) {
        Pattern names = Pattern.compile(pattern);
        return DescribedPredicate.describe(
                "the target is " + pattern,
                access -> names.matcher(access.getTarget().getFullName()).matches());
    }
}
