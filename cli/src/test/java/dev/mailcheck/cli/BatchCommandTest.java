package dev.mailcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Many mails, a line in and a line out. */
class BatchCommandTest {
    private static final String MAIL =
            Base64.getEncoder()
                    .encodeToString("From: a@example.com\r\n\r\nHello\r\n".getBytes(UTF_8));
    private static final String REST =
            "\"envelope\":{\"ip\":\"192.0.2.1\",\"helo\":\"mx.example.com\",\"mail_from\":"
                    + "\"a@example.com\"},\"zone\":{\"example.com\":{\"TXT\":[\"v=spf1"
                    + " ip4:192.0.2.1 -all\"]}},\"clock\":\"2026-11-22T00:00:00Z\",\"other\":[1]}";

    @TempDir Path folder;

    @Test
    void theAnswersComeInTheOrderOfTheLines() {
        String lines =
                IntStream.range(0, 300)
                        .mapToObj(i ->
                                "{\"id\":\"" + i + "\",\"mail_base64\":\"" + MAIL + "\"," + REST)
                        .collect(Collectors.joining("\n"));

        List<String> answers = batch(lines).out().lines().toList();

        assertThat(answers).hasSize(300);
        for (int i = 0; i < 300; i++) {
            assertThat(answers.get(i))
                    .startsWith("{\"case\":\"" + i + "\",\"schema\":\"mailcheck-report/1\"")
                    .contains("spf=pass");
        }
    }

    @Test
    void aLineThatCannotBeReadIsAnsweredAndTheRestGoesOn() {
        CommandRun run =
                batch(
                        """
                        no json
                        [1]
                        {"id":"x","mail_base64":"***","zone":{}}

                        {"id":"f","mail_file":"nothing.eml","zone":{}}
                        {"id":"z","zone":{"example.com":5}}
                        {"id":"c","zone":{},"clock":"soon"}
                        {"id":"e","zone":{},"envelope":[]}
                        %s
                        {"id":7,"zone":{},"mail_base64":"%s"}
                        """
                                .formatted("[".repeat(5_000), MAIL));

        assertThat(run.out().lines().toList())
                .satisfiesExactly(
                        line ->
                                assertThat(line)
                                        .isEqualTo(
                                                "{\"case\":null,\"line\":1,\"error\":\"the line is"
                                                        + " not a JSON object\"}"),
                        line -> assertThat(line).contains("\"line\":2", "not a JSON object"),
                        line ->
                                assertThat(line)
                                        .contains("\"case\":\"x\"", "mail_base64 is not Base64"),
                        line -> assertThat(line).contains("\"case\":\"f\"", "nothing.eml"),
                        line -> assertThat(line).contains("\"case\":\"z\"", "zone"),
                        line -> assertThat(line).contains("\"case\":\"c\"", "clock"),
                        line -> assertThat(line).contains("\"case\":\"e\"", "envelope"),
                        line -> assertThat(line).contains("\"line\":9", "nested deeper"),
                        line -> assertThat(line).startsWith("{\"case\":7,\"schema\""));
        assertThat(run.err()).contains("8 of 9 lines could not be read");
        assertThat(run.code()).isNotEqualTo(64);
    }

    @Test
    void theMarkThatSomeEditorsBeginAFileWithIsNotPartOfIt() {
        String line = "{\"id\":\"a\",\"mail_base64\":\"" + MAIL + "\"," + REST + "\n";

        assertThat(batch("\uFEFF" + line).out()).isEqualTo(batch(line).out());
    }

    @Test
    void whereNoLineCanBeReadTheInputIsBad() {
        assertThat(batch("nonsense\n").code()).isEqualTo(64);
    }

    @Test
    void anOddEnvelopeIsJudgedAsItStands() {
        CommandRun run =
                batch(
                        """
                        {"id":"a","zone":{},"envelope":{"ip":"not an address","helo":"","mail_from":"@@"}}
                        """);

        assertThat(run.out()).doesNotContain("\"error\"").contains("CLIENT_NOT_AN_ADDRESS");
    }

    @Test
    void aMailOfManyMegabytesFitsIntoALine() {
        byte[] mail = ("From: a@example.com\r\n\r\n" + "x".repeat(9 << 20)).getBytes(UTF_8);
        String base64 = Base64.getEncoder().encodeToString(mail);

        CommandRun run = batch("{\"id\":\"big\", \"mail_base64\" : \"" + base64 + "\"," + REST);

        assertThat(run.out()).startsWith("{\"case\":\"big\",").contains("spf=pass");
    }

    @Test
    void filesAreFoundBesideTheBatch() throws IOException {
        Files.writeString(folder.resolve("one.eml"), "From: b@example.org\r\n\r\n");
        Path file =
                Files.writeString(
                        folder.resolve("cases.jsonl"),
                        "{\"id\":\"a\",\"mail_file\":\"one.eml\",\"zone\":{}}");

        CommandRun run = CommandRun.of("mail", "--batch", file.toString());

        assertThat(run.out()).contains("\"domain\":\"example.org\"").hasLineCount(1);
    }

    @Test
    void theReportsCanGoToAFile() throws IOException {
        Path out = folder.resolve("out.jsonl");

        CommandRun run =
                CommandRun.reading(
                        ("{\"id\":1,\"zone\":{},\"mail_base64\":\"" + MAIL + "\"}").getBytes(UTF_8),
                        "mail",
                        "--batch",
                        "-",
                        "--output",
                        out.toString());

        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(out)).startsWith("{\"case\":1,").endsWith("}\n");
    }

    private static CommandRun batch(String lines) {
        return CommandRun.reading(lines.getBytes(UTF_8), "mail", "--batch", "-");
    }
}
