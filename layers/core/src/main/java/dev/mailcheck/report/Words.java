package dev.mailcheck.report;

import dev.mailcheck.check.FindingCode;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The message catalogue in one language: words of findings ({@code words/<check>}), of reasons
 * ({@code words/reasons}) and of the report around them ({@code words/report}). A file is read when
 * first asked for; where a translation is missing the English words stand in, and where these are
 * missing too (a bug that a test finds) the key itself.
 */
public final class Words {
    private static final Pattern LINE_END = Pattern.compile("\\R");

    private final Language language;
    private final Map<String, WordFile> files = new ConcurrentHashMap<>();

    public Words(Language language) {
        this.language = language;
    }

    public Language language() {
        return language;
    }

    /** What was found, in a sentence. */
    public String message(FindingCode code, String subject, Map<String, String> arguments) {
        return fill(finding(code, "message"), subject, arguments);
    }

    /** What to do about it; empty for what needs nothing. */
    public Optional<String> fix(FindingCode code, String subject, Map<String, String> arguments) {
        return lookUp(code.check().word(), code.name() + ".fix")
                .map(text -> fill(new Template(text), subject, arguments));
    }

    /** A reason word as a phrase; a word that is not in the catalogue stands for itself. */
    public String reason(String word) {
        return lookUp("reasons", word).orElse(word);
    }

    /** A phrase of the report around the findings. */
    public String phrase(String key, Map<String, String> arguments) {
        return new Template(phrase(key)).fill(name -> arguments.getOrDefault(name, place(name)));
    }

    public String phrase(String key) {
        return lookUp("report", key).orElse(key);
    }

    /** A phrase of the pages of a service. */
    public String site(String key) {
        return lookUp("site", key).orElse(key);
    }

    public String site(String key, Map<String, String> arguments) {
        return new Template(site(key)).fill(name -> arguments.getOrDefault(name, place(name)));
    }

    /** A phrase of the report that goes back by mail. */
    public String answer(String key) {
        return lookUp("answer", key).orElse(key);
    }

    public String answer(String key, Map<String, String> arguments) {
        return new Template(answer(key)).fill(name -> arguments.getOrDefault(name, place(name)));
    }

    /** As {@link #phrase(String)}, for phrases that not every key has. */
    public Optional<String> phraseIfAny(String key) {
        return lookUp("report", key);
    }

    /** The words of a code with its places shown as {@code <name>}: for the rules page. */
    public String pattern(FindingCode code, String part) {
        return finding(code, part).fill(name -> "<" + name + ">");
    }

    private Template finding(FindingCode code, String part) {
        String key = code.name() + "." + part;
        return new Template(lookUp(code.check().word(), key).orElse(key));
    }

    private String fill(Template template, String subject, Map<String, String> arguments) {
        UnaryOperator<String> value =
                name ->
                        switch (name) {
                            case "subject" -> subject;
                            case "reason" -> reason(arguments.getOrDefault(name, place(name)));
                            default -> oneLine(arguments.getOrDefault(name, place(name)));
                        };
        return template.fill(value);
    }

    /** Only words of ours may begin a line. */
    private static String oneLine(String argument) {
        return LINE_END.matcher(argument).replaceAll(" ");
    }

    private static String place(String name) {
        return "{" + name + "}";
    }

    private Optional<String> lookUp(String topic, String key) {
        return file(topic, language).get(key).or(() -> file(topic, Language.EN).get(key));
    }

    private WordFile file(String topic, Language in) {
        return files.computeIfAbsent(topic + "." + in.word(), name -> WordFile.load(topic, in));
    }
}
