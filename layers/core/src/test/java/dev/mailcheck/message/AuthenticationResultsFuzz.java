package dev.mailcheck.message;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Fuzz target: any text as Authentication-Results, and as a value in ours. */
public final class AuthenticationResultsFuzz {
    private AuthenticationResultsFuzz() {}

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] input) {
        String value = new String(input, StandardCharsets.ISO_8859_1);
        AuthenticationResults.parse(value);
        String written =
                AuthenticationResults.of(
                                "mx.example",
                                List.of(
                                        AuthenticationResults.Result.of(
                                                        "spf",
                                                        "fail",
                                                        Map.of("smtp.mailfrom", value))
                                                .withComment(value)))
                        .value();
        AuthenticationResults read = AuthenticationResults.parse(written).orElseThrow();
        RawMailFuzz.check(read.results().size() == 1 && read.conforming(), written);
        RawMailFuzz.check(read.of("spf").getFirst().result().equals("fail"), written);
        RawMailFuzz.check(written.chars().allMatch(c -> c >= ' ' && c < 127), "not printable");
    }
}
