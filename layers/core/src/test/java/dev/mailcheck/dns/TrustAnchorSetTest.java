package dev.mailcheck.dns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

final class TrustAnchorSetTest {
    @Test
    void ianasTwoKeysAreBuiltIn() throws IOException {
        assertThat(text(TrustAnchorSet.iana())).contains("20326 8 2", "38696 8 2").hasLineCount(2);
    }

    private static String text(TrustAnchorSet anchors) throws IOException {
        return new String(anchors.records().readAllBytes(), StandardCharsets.US_ASCII);
    }

    @Test
    void commentsBlankLinesAndSeveralRecordsAreRead() throws IOException {
        String file =
                """
                ; a lab
                .  3600 IN DS 1 13 2 00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF

                . IN DS 2 13 2 ( 00112233445566778899AABBCCDDEEFF
                                 00112233445566778899AABBCCDDEEFF ) ; two lines
                """;
        assertThat(text(TrustAnchorSet.parse(file).orElseThrow())).hasLineCount(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                    | no DNSKEY or DS record",
                "; nothing                             | no DNSKEY or DS record",
                ". IN A 192.0.2.1                      | neither DNSKEY nor DS",
                "example. IN DS 1 13 1 0011223344556677889900112233445566778899 | not of the root:"
                        + " \"example.\"",
                ". IN DNSKEY 0 3 13 AAAA               | a DNSKEY without the zone key flag",
                ". IN DS one 13 2 00                   | line 1: \"",
                "what is this                          | \"",
                "$INCLUDE /etc/hostname                | "
            })
    void whatIsNoAnchorIsTold(String text, String problem) {
        assertThat(TrustAnchorSet.parse(text))
                .isInstanceOfSatisfying(
                        Parsed.Invalid.class,
                        invalid ->
                                assertThat(invalid.problem())
                                        .contains(problem == null ? "" : problem)
                                        .doesNotContain("\n"));
    }
}
