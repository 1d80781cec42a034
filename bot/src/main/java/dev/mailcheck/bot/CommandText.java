package dev.mailcheck.bot;

import dev.mailcheck.dns.DomainInput;
import dev.mailcheck.report.Language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What was typed behind the command. */
sealed interface CommandText {
    /** So many domains at once: each gets a message, and an answer has five. */
    int MOST = 4;

    /** As many characters of what was typed are looked at as Slack lets people type. */
    int LONGEST = 4_000;

    Language language();

    /** What mailcheck does. */
    record Help(Language language) implements CommandText {}

    /** Addresses for a test mail. */
    record Mail(Language language) implements CommandText {}

    /** Domains, each once. */
    record Domains(Language language, List<DomainInput.Accepted> domains) implements CommandText {}

    /** No domain. */
    record NoDomain(Language language, DomainInput.Rejected why) implements CommandText {}

    /** A person or channel of Slack. */
    record Mention(Language language) implements CommandText {}

    /** More domains than fit. */
    record TooMany(Language language, int count) implements CommandText {}

    /** Reads it; whatever was typed. */
    static CommandText read(String typed, Language usual) {
        return new Reader(usual).read(typed);
    }

    /** Takes it apart. */
    final class Reader {
        /** How Slack writes what it has taken for a link: {@code <mailto:a@example.com|…>}. */
        private static final Pattern LINK =
                Pattern.compile("<((?:https?://|mailto:)[^<>|]*)(?:\\|[^<>]*)?>");

        private static final Pattern MENTION = Pattern.compile("<[@#!][^<>]*>");
        private static final Pattern BETWEEN = Pattern.compile("[\\s,;、　]+");
        private static final Pattern MARKS = Pattern.compile("^[`*_~\"'“”「]+|[`*_~\"'“”」]+$");

        private Language language;

        private Reader(Language usual) {
            this.language = usual;
        }

        private CommandText read(String typed) {
            String text = typed.substring(0, Math.min(typed.length(), LONGEST));
            if (MENTION.matcher(text).find()) {
                return new Mention(language);
            }
            List<String> words = words(unescaped(LINK.matcher(text).replaceAll(" $1 ")));
            takeLanguage(words);
            if (words.isEmpty() || isOnly(words, "help")) {
                return new Help(language);
            }
            return isOnly(words, "mail") ? new Mail(language) : domains(words);
        }

        private static String unescaped(String text) {
            return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        }

        private static List<String> words(String text) {
            return new ArrayList<>(
                    Arrays.stream(BETWEEN.split(text))
                            .map(word -> MARKS.matcher(word).replaceAll(""))
                            .filter(word -> !word.isEmpty())
                            .toList());
        }

        private void takeLanguage(List<String> words) {
            if (!words.isEmpty()) {
                Optional<Language> last = Language.of(words.getLast().toLowerCase(Locale.ROOT));
                last.ifPresent(named -> {
                    language = named;
                    words.removeLast();
                });
            }
        }

        private static boolean isOnly(List<String> words, String word) {
            return words.size() == 1 && words.getFirst().equalsIgnoreCase(word);
        }

        private CommandText domains(List<String> words) {
            Map<String, DomainInput.Accepted> domains = new LinkedHashMap<>();
            for (String word : words) {
                switch (DomainInput.read(word)) {
                    case DomainInput.Accepted accepted ->
                            domains.putIfAbsent(accepted.domain().name(), accepted);
                    case DomainInput.Rejected rejected -> {
                        return new NoDomain(language, rejected);
                    }
                }
            }
            return domains.size() > MOST
                    ? new TooMany(language, domains.size())
                    : new Domains(language, List.copyOf(domains.values()));
        }
    }
}
