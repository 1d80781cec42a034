package dev.mailcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.spf.SpfSyntaxError;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words of the SPF findings are there, and ask for no argument that a finding does not have.
 */
class SpfWordsTest {
    private static final Pattern PLACE = Pattern.compile("(?<!%)\\{([A-Za-z]+)}");

    private static Properties words(String topic, String language) throws IOException {
        Properties words = new Properties();
        String name = "/words/" + topic + "." + language + ".properties";
        try (InputStream in = Objects.requireNonNull(SpfCheck.class.getResourceAsStream(name))) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return words;
    }

    private static Stream<String> parts(FindingCode code) {
        return code.status() == Status.PASS
                ? Stream.of("message", "meaning")
                : Stream.of("message", "meaning", "fix");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void everyCodeHasItsWordsAndThereAreNoOthers(String language) throws IOException {
        List<String> keys =
                Arrays.stream(FindingCode.values())
                        .filter(code -> code.check() == CheckId.SPF)
                        .flatMap(code -> parts(code).map(part -> code.name() + "." + part))
                        .toList();
        assertThat(words("spf", language).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(keys);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void aFindingHasAllArgumentsThatItsWordsAskFor(String language) throws IOException {
        Properties words = words("spf", language);
        SpfCheckTest.scenarios()
                .flatMap(scenario -> SpfCheckTest.findings(scenario.dns()).stream())
                .forEach(finding ->
                        parts(finding.code())
                                .map(part -> words.getProperty(finding.code().name() + "." + part))
                                .forEach(text ->
                                        assertThat(places(text))
                                                .as("%s: %s", finding, text)
                                                .allMatch(place -> has(finding, place))));
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text).results().map(place -> place.group(1)).toList();
    }

    private static boolean has(Finding finding, String place) {
        return place.equals("subject") || finding.arguments().containsKey(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void everyMistakeOfTheGrammarIsAReasonInWords(String language) throws IOException {
        assertThat(words("reasons", language).stringPropertyNames())
                .containsAll(Arrays.stream(SpfSyntaxError.Kind.values()).map(Enum::name).toList());
    }
}
