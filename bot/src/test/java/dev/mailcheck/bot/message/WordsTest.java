package dev.mailcheck.bot.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dns.DomainInput;
import dev.mailcheck.grade.Grade;
import dev.mailcheck.report.Language;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of this door: each there in each language, each used, the same places in all. */
class WordsTest {
    private static final Path SOURCES =
            Path.of(System.getProperty("mailcheck.root", ".."), "bot/src/main/java");

    /** Beginnings of keys that are put together. */
    private static final Set<String> JOINED = Set.of("grade.", "note.", "button.");

    @Test
    void everyPhraseIsThereInEveryLanguageWithTheSamePlaces() {
        Properties english = words(Language.EN);
        for (Language language : Language.values()) {
            Properties other = words(language);
            assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
            for (String key : english.stringPropertyNames()) {
                assertThat(places(other.getProperty(key)))
                        .as(key)
                        .isEqualTo(places(english.getProperty(key)));
            }
        }
    }

    @Test
    void everyPhraseIsUsedAndEveryOneThatIsUsedIsThere() throws IOException {
        String sources = sources();
        Set<String> used =
                Pattern.compile("\"([a-z]+(?:\\.[a-z]+)+)\"|of\\(\"([a-z]+)\"|said\\(\"([a-z.]+)\"")
                        .matcher(sources)
                        .results()
                        .flatMap(found -> Stream.of(found.group(1), found.group(2), found.group(3)))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> there = words(Language.EN).stringPropertyNames();

        assertThat(there)
                .filteredOn(key -> JOINED.stream().noneMatch(key::startsWith))
                .allSatisfy(key -> assertThat(used).contains(key));
        for (Grade grade : Grade.values()) {
            if (grade != Grade.UNDETERMINED) {
                assertThat(there).contains("grade." + grade);
            }
        }
        for (Button.Action action : Button.Action.values()) {
            if (action != Button.Action.RECHECK_SHARED) {
                assertThat(there).contains("button." + action.id());
            }
        }
        for (DomainInput.Note note : DomainInput.Note.values()) {
            assertThat(there).contains("note." + note);
        }
    }

    private static Set<String> places(String text) {
        return Pattern.compile("\\{(\\w+)}")
                .matcher(text)
                .results()
                .map(place -> place.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties words(Language language) {
        Properties words = new Properties();
        try (InputStream in =
                WordsTest.class.getResourceAsStream(
                        "/words/slack." + language.word() + ".properties")) {
            words.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        } catch (IOException ours) {
            throw new UncheckedIOException(ours);
        }
        return words;
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }
}
