package dev.mailcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.check.Check;
import dev.mailcheck.check.CheckId;
import dev.mailcheck.check.Checks;
import dev.mailcheck.check.DanePolicy;
import dev.mailcheck.check.FindingCode;
import dev.mailcheck.check.Status;
import dev.mailcheck.dane.DaneResult;
import dev.mailcheck.dns.BrokenLink;
import dev.mailcheck.dns.DnsFailure;
import dev.mailcheck.grade.NotRun;
import dev.mailcheck.grade.NotTested;
import dev.mailcheck.net.ConnectFailure;
import dev.mailcheck.probe.ReportKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds the table of codes against the words, the pages and the registry. Each test lists all that
 * is missing at once.
 */
class CatalogueTest {
    /** Words in capitals in the sources that are something else. */
    private static final Set<String> NO_REASONS = Set.of("NOT_KNOWN");

    private static final List<String> PARTS = List.of("message", "meaning", "fix");
    private static final Path ROOT = Path.of(System.getProperty("mailcheck.root", "../.."));
    private static final Path SOURCES = ROOT.resolve("layers/core/src/main/java/dev/mailcheck");
    private static final Path TESTS = ROOT.resolve("layers/core/src/test/java/dev/mailcheck");
    private static final Path WORDS = ROOT.resolve("layers/core/src/main/resources/words");

    @Test
    void everyCodeHasItsWordsInEveryLanguage() {
        assertThat(codes().flatMap(CatalogueTest::missingWords)).isEmpty();
    }

    @Test
    void everyPlaceOfATranslationIsAPlaceOfTheEnglishWords() {
        assertThat(codes().flatMap(CatalogueTest::foreignPlaces)).isEmpty();
    }

    @Test
    void everyPlaceIsTheNameOfAnArgumentThatSomeoneGives() throws IOException {
        String sources = sources(SOURCES);

        assertThat(
                        codes().flatMap(code ->
                                places(code, Language.EN)
                                        .filter(place -> !place.equals("subject"))
                                        .filter(place -> !sources.contains('"' + place + '"'))
                                        .map(place -> code + " {" + place + "}")))
                .isEmpty();
    }

    @Test
    void noFileOfWordsHasWordsThatNobodyUsesOrGivesThemTwice() throws IOException {
        List<String> problems = new ArrayList<>();
        Set<String> keys = codes().flatMap(CatalogueTest::keys).collect(Collectors.toSet());
        for (CheckId check : registered()) {
            for (Language language : Language.values()) {
                Set<String> seen = new TreeSet<>();
                for (String key : keysIn(check.word(), language)) {
                    if (!keys.contains(key) || !seen.add(key)) {
                        problems.add(check.word() + "." + language.word() + ": " + key);
                    }
                }
            }
        }

        assertThat(problems).isEmpty();
    }

    @Test
    void reasonsAndPhrasesAreTranslatedAndGivenOnce() throws IOException {
        for (String topic : List.of("reasons", "report", "site", "answer")) {
            List<String> english = keysIn(topic, Language.EN);
            List<String> japanese = keysIn(topic, Language.JA);

            assertThat(english).doesNotHaveDuplicates();
            assertThat(japanese).doesNotHaveDuplicates();
            assertThat(english.stream().filter(key -> !key.startsWith("grade.name.")))
                    .containsExactlyInAnyOrderElementsOf(japanese);
        }
    }

    @Test
    void everyReasonThatTheCoreKnowsHasItsWords() throws IOException {
        Stream<String> failures =
                Stream.<Enum<?>[]>of(
                                DnsFailure.values(),
                                ConnectFailure.values(),
                                BrokenLink.Fault.values(),
                                DaneResult.Fault.values(),
                                DanePolicy.Reason.values())
                        .flatMap(Arrays::stream)
                        .map(Enum::name);
        Stream<String> notRun =
                Arrays.stream(ReportKind.values())
                        .flatMap(kind -> NotRun.in(kind).stream())
                        .map(NotTested::reason);

        assertThat(keysIn("reasons", Language.EN))
                .containsAll(Stream.concat(failures, notRun).toList())
                .contains("DEADLINE", "INTERNAL_ERROR", "NOT_RUN", "LIMIT");
    }

    @Test
    void everyReasonWordInProbesAndChecksHasItsWords() throws IOException {
        String sources =
                sources(SOURCES.resolve("probe"))
                        + sources(SOURCES.resolve("check"))
                        + sources(SOURCES.resolve("run"));
        Set<String> words =
                Pattern.compile("\"([A-Z][A-Z0-9]+(?:_[A-Z0-9]+)+)\"")
                        .matcher(sources)
                        .results()
                        .map(word -> word.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        words.removeAll(NO_REASONS);
        words.removeAll(Arrays.stream(FindingCode.values()).map(FindingCode::name).toList());
        words.removeAll(keysIn("reasons", Language.EN));

        assertThat(words).isEmpty();
    }

    @Test
    void everyCodeBeginsWithThePrefixOfItsCheck() {
        assertThat(
                        Arrays.stream(FindingCode.values())
                                .filter(code -> !code.name().startsWith(code.check().prefix())))
                .isEmpty();
    }

    @Test
    void everyCheckHasACodeForWhatIsNotKnown() {
        Set<String> names =
                Arrays.stream(FindingCode.values())
                        .filter(code -> code.status() == Status.UNDETERMINED)
                        .map(FindingCode::name)
                        .collect(Collectors.toSet());

        assertThat(registered()).allMatch(check -> names.contains(check.prefix() + "NOT_KNOWN"));
    }

    @Test
    void everyCodeNamesASourceThatIsInTheRfcIndexOrNoRfc() throws IOException {
        List<String> index = Files.readAllLines(ROOT.resolve("docs/rfc-index.md"));

        assertThat(
                        Arrays.stream(FindingCode.values())
                                .filter(code -> !isSource(code.reference(), index))
                                .map(code -> code + ": " + code.reference()))
                .isEmpty();
    }

    @Test
    void everyCheckHasAPageWithARowForEachCodeAndItsStatus() throws IOException {
        List<String> problems = new ArrayList<>();
        for (CheckId check : registered()) {
            Path page = ROOT.resolve("docs/checks").resolve(check.word() + ".md");
            if (Files.exists(page)) {
                String text = Files.readString(page);
                codes().filter(code -> code.check() == check)
                        .filter(code -> !hasRow(text, code))
                        .map(code -> code + " " + code.status())
                        .forEach(row -> problems.add(page.getFileName() + ": " + row));
            } else {
                problems.add(page.getFileName() + " does not exist");
            }
        }

        assertThat(problems).isEmpty();
    }

    /** Tests name a code whole, or without the prefix where all codes of a table share it. */
    @Test
    void everyCodeIsWhatATestExpects() throws IOException {
        Set<String> words =
                Pattern.compile("\\b[A-Z][A-Z0-9_]+\\b")
                        .matcher(sources(TESTS))
                        .results()
                        .map(word -> word.group())
                        .collect(Collectors.toSet());

        assertThat(
                        codes().filter(code -> !words.contains(code.name()))
                                .filter(code ->
                                        !words.contains(
                                                code.name()
                                                        .substring(
                                                                code.check().prefix().length()))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyCheckIsJudgedOrListedAsNotTestedButNotBoth(ReportKind kind) {
        List<CheckId> all =
                new ArrayList<>(Checks.of(kind).stream().map(Check::id).distinct().toList());
        NotRun.in(kind).forEach(left -> all.add(left.check()));

        assertThat(all).containsExactlyInAnyOrder(CheckId.values());
    }

    private static boolean hasRow(String page, FindingCode code) {
        String status = code.status().name().replace("_", "[_ ]");
        String row = "\\| *`?" + code + "`? *\\|.*\\b" + status + "\\b.*";
        return page.lines().anyMatch(line -> line.matches("(?i)" + row));
    }

    private static Stream<FindingCode> codes() {
        Set<CheckId> checks = EnumSet.copyOf(registered());
        return Arrays.stream(FindingCode.values()).filter(code -> checks.contains(code.check()));
    }

    private static List<CheckId> registered() {
        return Checks.of(ReportKind.FULL).stream().map(Check::id).distinct().toList();
    }

    private static Stream<String> keys(FindingCode code) {
        return PARTS.stream()
                .filter(part -> !part.equals("fix") || code.status() != Status.PASS)
                .map(part -> code + "." + part);
    }

    private static Stream<String> missingWords(FindingCode code) {
        return Arrays.stream(Language.values())
                .flatMap(language ->
                        keys(code)
                                .filter(key -> words(code, language, key).isBlank())
                                .map(key -> key + " (" + language.word() + ")"));
    }

    private static Stream<String> foreignPlaces(FindingCode code) {
        return Arrays.stream(Language.values())
                .flatMap(language ->
                        keys(code)
                                .filter(key ->
                                        !placesOf(code, Language.EN, key)
                                                .containsAll(placesOf(code, language, key)))
                                .map(key -> key + " (" + language.word() + ")"));
    }

    private static Stream<String> places(FindingCode code, Language language) {
        return keys(code).flatMap(key -> placesOf(code, language, key).stream()).distinct();
    }

    private static Set<String> placesOf(FindingCode code, Language language, String key) {
        return new Template(words(code, language, key)).places();
    }

    private static String words(FindingCode code, Language language, String key) {
        return WordFile.load(code.check().word(), language).get(key).orElse("");
    }

    private static List<String> keysIn(String topic, Language language) throws IOException {
        Path file = WORDS.resolve(topic + "." + language.word() + ".properties");
        Pattern key = Pattern.compile("([A-Za-z][\\w.-]*)=.*");
        try (Stream<String> lines = Files.exists(file) ? Files.lines(file) : Stream.empty()) {
            return lines.map(key::matcher)
                    .filter(line -> line.matches())
                    .map(line -> line.group(1))
                    .toList();
        }
    }

    private static boolean isSource(String reference, List<String> index) {
        var rfc =
                Pattern.compile("RFC (\\d+)(?:, (?:section|appendix) (\\S+))?").matcher(reference);
        if (rfc.matches()) {
            String section = rfc.group(2) == null ? "" : rfc.group(2) + " ";
            String row = "| " + rfc.group(1) + " | " + section + "| ";
            return index.stream().anyMatch(line -> line.startsWith(row));
        }
        return !reference.isBlank() && !reference.startsWith("RFC");
    }

    private static String sources(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
