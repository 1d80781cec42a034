package dev.mailcheck.bot.message;

import dev.mailcheck.check.CheckId;
import dev.mailcheck.report.Language;
import dev.mailcheck.report.Words;

import java.util.EnumMap;
import java.util.Map;

/** The words of this door ({@code words/slack}) in one language, and the report's beside them. */
public final class Say {
    private static final String TOPIC = "slack";
    private static final Map<Language, Say> ALL = all();

    private final Words words;

    private Say(Words words) {
        this.words = words;
    }

    private static Map<Language, Say> all() {
        Map<Language, Say> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            all.put(language, new Say(new Words(language)));
        }
        return all;
    }

    public static Say in(Language language) {
        return ALL.getOrDefault(language, new Say(new Words(language)));
    }

    public Language language() {
        return words.language();
    }

    public String of(String key) {
        return of(key, Map.of());
    }

    public String of(String key, Map<String, String> arguments) {
        return words.of(TOPIC, key, arguments);
    }

    /** Why a text is no domain. */
    public String noDomain(String problem) {
        return words.site("domain." + problem);
    }

    String check(CheckId check) {
        return words.phrase("check." + check.word());
    }

    Words words() {
        return words;
    }
}
