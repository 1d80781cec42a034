package dev.mailcheck.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The languages a report can be written in. A new one is a constant here and its files in {@code
 * words/}; nothing else depends on the language.
 */
public enum Language {
    EN,
    JA;

    /** As {@code --lang} and the file names have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Language> of(String word) {
        return Arrays.stream(values()).filter(language -> language.word().equals(word)).findFirst();
    }

    /** The language of people who use this locale; English where there is no translation. */
    public static Language of(Locale locale) {
        return of(locale.getLanguage()).orElse(EN);
    }
}
