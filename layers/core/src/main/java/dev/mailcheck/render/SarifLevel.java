package dev.mailcheck.render;

import dev.mailcheck.check.Level;
import dev.mailcheck.check.Status;

/** How serious a finding is in the words of SARIF (2.1.0, section 3.27.10). */
final class SarifLevel {
    private SarifLevel() {}

    /** What does not lower the grade is a note or a warning; what is not known has no level. */
    static String of(Status status, Level level) {
        return switch (status) {
            case FAIL ->
                    switch (level) {
                        case CRITICAL, REQUIRED -> "error";
                        case RECOMMENDED -> "warning";
                        case OPTIONAL -> "note";
                    };
            case WARN -> level == Level.OPTIONAL ? "note" : "warning";
            case UNDETERMINED, PASS, NOT_APPLICABLE -> "none";
        };
    }
}
