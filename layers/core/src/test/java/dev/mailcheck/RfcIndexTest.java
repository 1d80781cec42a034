package dev.mailcheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.RfcCitations.Citation;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every RFC and section that is cited anywhere stands in docs/rfc-index.md. */
class RfcIndexTest {
    private static final Path INDEX = Path.of("docs", "rfc-index.md");
    private static final Pattern ROW =
            Pattern.compile("\\| *([0-9]+) *\\| *([0-9A-Z.]*) *\\| *(\\S.*?) *\\|");
    private static final Pattern BUILD_OUTPUT = Pattern.compile("\\btarget[/\\\\]");
    private static final Pattern PART = Pattern.compile("[0-9]+");
    private static final Pattern CITING = Pattern.compile(".*\\.(java|md|properties)");

    @Test
    void everyCitationIsInTheIndex() {
        Set<Citation> known = new HashSet<>(index());
        assertThat(inEachFile(RfcCitations::in).filter(found -> !known.contains(found.what())))
                .as("not in %s", INDEX)
                .isEmpty();
    }

    @Test
    void everyCitationHasTheOneForm() {
        assertThat(inEachFile(RfcCitations::illFormedIn))
                .as("to be written as: RFC 7208, section 4.6.4")
                .isEmpty();
    }

    @Test
    void theSourcesAreRead() {
        assertThat(inEachFile(RfcCitations::in).map(Found::file).distinct())
                .hasSizeGreaterThan(10)
                .anySatisfy(file -> assertThat(file).endsWith("FindingCode.java"));
    }

    @Test
    void theIndexIsSortedAndNamesEachRfcBeforeItsSections() {
        List<Citation> rows = index();
        assertThat(rows).doesNotHaveDuplicates().isSortedAccordingTo(byRfcThenSection());
        assertThat(rows)
                .extracting(Citation::rfc)
                .allSatisfy(rfc -> assertThat(rows).contains(new Citation(rfc, "")));
    }

    private static List<Citation> index() {
        List<Citation> rows = new ArrayList<>();
        for (String line : read(root().resolve(INDEX)).lines().toList()) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.add(new Citation(Integer.parseInt(row.group(1)), row.group(2)));
            }
        }
        return rows;
    }

    private static Comparator<Citation> byRfcThenSection() {
        return Comparator.comparingInt(Citation::rfc)
                .thenComparing(citation -> sortable(citation.section()));
    }

    /** Sections by number, so that 4.10 comes after 4.9, then the appendices by letter. */
    private static String sortable(String section) {
        return PART.matcher(section).replaceAll(part -> "%4s".formatted(part.group()));
    }

    private record Found<T>(String file, T what) {}

    private static <T> Stream<Found<T>> inEachFile(Function<String, List<T>> search) {
        Path root = root();
        return citingFiles(root)
                .flatMap(file ->
                        search.apply(read(file)).stream()
                                .map(what -> new Found<>(root.relativize(file).toString(), what)));
    }

    private static Stream<Path> citingFiles(Path root) {
        return Stream.of("README.md", "docs", "layers", "functions", "bot", "cli", "world")
                .map(root::resolve)
                .filter(Files::exists)
                .flatMap(RfcIndexTest::files)
                .filter(file -> CITING.matcher(file.toString()).matches())
                .filter(file -> !BUILD_OUTPUT.matcher(root.relativize(file).toString()).find())
                .filter(file -> !file.endsWith(INDEX))
                .filter(file -> !file.endsWith("RfcCitationsTest.java"));
    }

    private static Stream<Path> files(Path top) {
        try (Stream<Path> tree = Files.walk(top)) {
            return tree.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The project's folder, from wherever the test is started. */
    private static Path root() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(INDEX))) {
                return at;
            }
        }
        throw new AssertionError("no folder with " + INDEX + " above the working directory");
    }
}
