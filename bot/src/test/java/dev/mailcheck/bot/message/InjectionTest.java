package dev.mailcheck.bot.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.bot.BlockRules;
import dev.mailcheck.dns.Domain;
import dev.mailcheck.render.Hostile;
import dev.mailcheck.report.Language;
import dev.mailcheck.report.Report;
import dev.mailcheck.store.Secret;
import dev.mailcheck.store.StoredRun;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Hostile texts in every place of a report, and what Slack would make of them. */
class InjectionTest {
    private static final CheckButtons BUTTONS =
            new CheckButtons(
                    new Secret("0123456789abcdef0123456789abcdef"),
                    Optional.of(URI.create("https://check.example/v1")));

    /** What a message of ours may consist of; nothing of it reads texts for mark-up or mentions. */
    private static final Set<String> INERT =
            Set.of(
                    "header",
                    "rich_text",
                    "rich_text_section",
                    "rich_text_preformatted",
                    "text",
                    "plain_text",
                    "context",
                    "actions",
                    "button",
                    "divider",
                    "modal");

    @ParameterizedTest
    @EnumSource
    void noneOfTwoHundredTextsBecomesActiveAnywhere(Language language) {
        Say say = Say.in(language);
        List<String> texts = Hostile.texts();
        assertThat(texts).hasSizeGreaterThan(200);
        for (String text : texts) {
            Report report = Hostile.report(text);
            Map<String, Object> message =
                    SlackBlocks.message(ResultMessage.of(report, BUTTONS, say));
            Map<String, Object> view = DetailsView.of(report, say);

            assertThat(active(message)).as(text).isEmpty();
            assertThat(active(view)).as(text).isEmpty();
            assertThat(BlockRules.ofMessage(message)).as(text).isEmpty();
            assertThat(BlockRules.ofView(view)).as(text).isEmpty();
        }
    }

    @Test
    void whatIsSharedMentionsWhoSharesItAndNobodyElse() {
        Map<String, Object> message =
                SlackBlocks.message(
                        ResultMessage.shared(
                                Hostile.report("<!channel> <@U2>"),
                                "U1",
                                BUTTONS,
                                Say.in(Language.EN)));

        assertThat(active(message)).containsExactly("user U1");
    }

    @Test
    void aRunningCheckHasNoForeignTextButTheDomain() {
        StoredRun run =
                StoredRun.queued(
                        "k",
                        new Domain("example.com"),
                        Optional.empty(),
                        Instant.EPOCH,
                        Instant.EPOCH);
        Map<String, Object> message =
                SlackBlocks.message(RunningMessage.of(run, BUTTONS, Say.in(Language.JA)));

        assertThat(active(message)).isEmpty();
        assertThat(BlockRules.ofMessage(message)).isEmpty();
    }

    private static List<String> active(Map<String, Object> payload) {
        List<String> found = new ArrayList<>();
        look("", payload, found);
        String text = String.valueOf(payload.getOrDefault("text", ""));
        if (text.matches("(?s).*[<>].*") || text.matches("(?s).*&(?!amp;|lt;|gt;).*")) {
            found.add("unescaped " + text);
        }
        if (text.matches("(?s).*(?<!\\u2060)[*_~`].*") || text.matches("(?s).*[@#]\\w.*")) {
            found.add("mark-up " + text);
        }
        return found;
    }

    private static void look(String name, Object part, List<String> found) {
        switch (part) {
            case Map<?, ?> map -> {
                Object type = map.get("type");
                if ("user".equals(type)) {
                    found.add("user " + map.get("user_id"));
                } else if (type != null && !INERT.contains(String.valueOf(type))) {
                    found.add("type " + type);
                }
                if ("plain_text".equals(type) && !Boolean.FALSE.equals(map.get("emoji"))) {
                    found.add("emoji");
                }
                map.forEach((key, value) -> look(String.valueOf(key), value, found));
            }
            case List<?> list -> list.forEach(each -> look(name, each, found));
            case String text -> visible(name, text, found);
            default -> {}
        }
    }

    /** Nothing hides or turns text around; the signs of ours have a selector of their form. */
    private static void visible(String name, String text, List<String> found) {
        text.replace(Tone.IMPROVABLE.sign(), "")
                .codePoints()
                .filter(c -> c != '\n')
                .filter(c -> c != '\u2060' || !name.equals("text"))
                .filter(c ->
                        Character.isISOControl(c)
                                || Character.getType(c) == Character.FORMAT
                                || Character.getType(c) == Character.SURROGATE
                                || Character.getType(c) == Character.PRIVATE_USE)
                .forEach(c -> found.add("character " + Integer.toHexString(c) + " in " + name));
        if (name.equals("url") && !text.startsWith("https://check.example/v1/checks/")) {
            found.add("url " + text);
        }
    }
}
