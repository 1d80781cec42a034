package dev.mailcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

class StandardOutputTest {
    @ParameterizedTest
    @CsvSource({
        "No space left on device, true",
        "Bad file descriptor, true",
        "Broken pipe, false",
    })
    void aReportIsLostUnlessItsReaderWent(String trouble, boolean lost) {
        StandardOutput out = new StandardOutput(failing(trouble));

        print(out);

        assertThat(out.lost()).isEqualTo(lost);
    }

    @Test
    void whatIsWrittenArrives() {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        StandardOutput out = new StandardOutput(read);

        print(out);

        assertThat(read.toString(StandardCharsets.UTF_8)).isEqualTo("a report");
        assertThat(out.lost()).isFalse();
    }

    private static void print(StandardOutput out) {
        PrintStream print = new PrintStream(out, false, StandardCharsets.UTF_8);
        print.print("a report");
        print.flush();
    }

    private static OutputStream failing(String trouble) {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException(trouble);
            }
        };
    }
}
