package dev.mailcheck.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.run.GroupAnswer;
import dev.mailcheck.run.ProbeGroup;

import io.avaje.jsonb.Jsonb;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The state machines against the registry of probes, and against the rules for their states. */
class StateMachinesTest {
    private static final String DNS = "dns-probes.asl.json";
    private static final String CHECK = "check.asl.json";
    private static final String MAIL = "mail.asl.json";
    private static final String SLACK = "slack.asl.json";

    @ParameterizedTest
    @EnumSource
    void everyGroupOfTheRegistryHasItsBranchAndItsDocument(ProbeGroup group) throws IOException {
        String all = text(DNS) + text(CHECK);

        assertThat(all).contains(GroupAnswer.document(group));
        if (group != ProbeGroup.PLAN) {
            assertThat(all).contains("\"group\": \"" + group.word() + "\"");
        }
    }

    @Test
    void noBranchIsForAGroupThatIsNotThere() throws IOException {
        List<String> words = Stream.of(ProbeGroup.values()).map(ProbeGroup::word).toList();
        assertThat((text(DNS) + text(CHECK)).lines())
                .filteredOn(line -> line.contains("\"group\": \""))
                .allSatisfy(line ->
                        assertThat(words).contains(line.replaceAll(".*\"group\": \"|\".*", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {DNS, CHECK, MAIL, SLACK})
    void everyTaskEndsInTime(String file) throws IOException {
        assertThat(states(file))
                .filteredOn(state -> "Task".equals(state.get("Type")))
                .isNotEmpty()
                .allSatisfy(state -> assertThat(state).containsKey("TimeoutSeconds"));
    }

    @Test
    void everyTaskOfABranchOfProbesIsCaught() throws IOException {
        assertThat(states(DNS))
                .filteredOn(state -> "Task".equals(state.get("Type")))
                .hasSizeGreaterThan(10)
                .allSatisfy(state ->
                        assertThat(String.valueOf(state.get("Catch"))).contains("States.ALL"));
    }

    @Test
    void theWorkersTaskHasAHeartbeat() throws IOException {
        assertThat(states(CHECK))
                .filteredOn(state -> "${SmtpActivity}".equals(state.get("Resource")))
                .hasSize(1)
                .allSatisfy(state -> assertThat(state).containsKey("HeartbeatSeconds"));
    }

    @Test
    void everyTaskOfAMailsRunIsTriedAgainAndWhatIsWaitedForEndsInTheReport() throws IOException {
        assertThat(states(MAIL))
                .filteredOn(
                        state -> String.valueOf(state.get("Resource")).contains("lambda:invoke"))
                .hasSizeGreaterThan(7)
                .allSatisfy(state -> assertThat(state).containsKey("Retry"));
        assertThat(states(MAIL))
                .filteredOn(state ->
                        String.valueOf(state.get("Resource")).endsWith(".waitForTaskToken"))
                .hasSize(2)
                .allSatisfy(state ->
                        assertThat(String.valueOf(state.get("Catch"))).contains("States.ALL"));
    }

    /** Whoever waits in Slack is told, or not; the run is none the worse for it. */
    @ParameterizedTest
    @ValueSource(strings = {CHECK, MAIL})
    void toTellSlackIsTriedAndNeverEndsARun(String file) throws IOException {
        assertThat(states(file))
                .filteredOn(state -> String.valueOf(state).contains("${TellSlackFunction}"))
                .filteredOn(state -> "Task".equals(state.get("Type")))
                .isNotEmpty()
                .allSatisfy(state ->
                        assertThat(String.valueOf(state.get("Catch"))).contains("States.ALL"));
    }

    /** Error names are those of our classes; a new name would catch nothing. */
    @Test
    void theErrorsThatAMailsRunKnowsAreThereByName() throws IOException {
        assertThat(text(MAIL))
                .contains(AnswerRefused.class.getName())
                .contains(AnswerInDoubt.class.getName());
    }

    private static List<Map<String, Object>> states(String file) throws IOException {
        List<Map<String, Object>> found = new ArrayList<>();
        collect(Jsonb.instance().type(Object.class).map().fromJson(quoted(text(file))), found);
        return found;
    }

    /** A number that the template puts in stands without quotes. */
    private static String quoted(String definition) {
        return definition.replaceAll(": \\$\\{\\w+Patience}", ": 60");
    }

    @SuppressWarnings("unchecked")
    private static void collect(Object part, List<Map<String, Object>> found) {
        if (part instanceof Map<?, ?> map) {
            if (map.get("Type") instanceof String) {
                found.add((Map<String, Object>) map);
            }
            map.values().forEach(each -> collect(each, found));
        } else if (part instanceof List<?> list) {
            list.forEach(each -> collect(each, found));
        }
    }

    private static String text(String file) throws IOException {
        return Files.readString(
                Path.of(System.getProperty("mailcheck.root", ".."), "functions", file));
    }
}
