package dev.mailcheck.render;

import dev.mailcheck.check.Status;
import dev.mailcheck.grade.Grade;

/** The mark of each outcome: a word of four characters, so that it says the same without colour. */
final class Marks {
    private Marks() {}

    static String of(Status status) {
        return switch (status) {
            case FAIL -> "FAIL";
            case UNDETERMINED -> "????";
            case WARN -> "WARN";
            case PASS -> "PASS";
            case NOT_APPLICABLE -> "n/a ";
        };
    }

    static Ink ink(Status status) {
        return switch (status) {
            case FAIL -> Ink.BAD;
            case UNDETERMINED -> Ink.DOUBTFUL;
            case WARN -> Ink.WARNING;
            case PASS -> Ink.GOOD;
            case NOT_APPLICABLE -> Ink.FAINT;
        };
    }

    static Ink ink(Grade grade) {
        return switch (grade) {
            case DANGEROUS, MAIL_SYSTEM_NEEDS_WORK -> Ink.BAD;
            case UNDETERMINED -> Ink.DOUBTFUL;
            case DNS_NEEDS_WORK -> Ink.WARNING;
            case SECURE -> Ink.GOOD;
        };
    }
}
