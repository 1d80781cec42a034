package dev.mailcheck.message;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.mailcheck.dkim.SignaturesFuzz;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Runs each fuzz target over seeds, and over what a fixed sequence of changes makes of them. Longer
 * runs with Jazzer: .ci/fuzz.
 */
class FuzzCorpusTest {
    private static final int CHANGED = 4_000;

    private static final List<String> MAILS =
            List.of(
                    "Return-Path: <s@a.example>\r\nReceived: from a.example (b.example [192.0.2.1])"
                            + " by mx.example (Postfix) with ESMTPS id 1 (version=TLS1_3 cipher=X);"
                            + " Sun, 22 Nov 2026 10:00:00 +0900\r\nFrom: \"a, b\" <u@a.example>\r\n"
                            + "Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\n"
                            + "Content-Type: text/html; charset=utf-8\r\n"
                            + "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
                            + "<a href=3D\"http://a.example/&amp;\">x</a>\r\n--b\r\n"
                            + "Content-Type: message/rfc822\r\n\r\nA: 1\r\n\r\nhttp://b.example\r\n"
                            + "--b--\r\n",
                    "From x@y Sun Nov 22 10:00:00 2026\nA: 1\n\nb\n\nFrom x@y Sun\nB: 2\n\n",
                    "\ufeffA:\r\n b\r\n\tc\r\n \r\nno field\r\n");

    private static final List<String> RECEIVED =
            List.of(
                    "from a (HELO b) (u@192.0.2.1) de/crypted with TLSv1.3: C [256/256] by mx with"
                            + " (C encrypted) ESMTPS id <1>; 22 Nov 2026 10:00 GMT",
                    "from [192.0.2.1] ([IPv6:::1]:25 helo=\"x\") by y (Exim 4.9) via tcp with esmtp"
                        + " (TLS1.2:C:1) tls C (TLS: TLSv1/SSLv3,1bits,C) for <u@v> from <w@x>;",
                    "pass (x) client-ip=192.0.2.1; envelope-from=\"u@v\"; helo=x");

    private static final List<String> RESULTS =
            List.of(
                    "a.example 1; spf/1=pass (x (y)) reason=\"a\\\"b\" smtp.mailfrom=u@v; dkim ="
                            + " none",
                    "spf=pass client-ip=1; helo=x; none");

    private static final List<String> ADDRESSES =
            List.of(
                    "G: \"a\" <@r,@s:u@v>, (c) w @ [1] ; x@y (=?utf-8?q?a_=3D?=)",
                    "text/html; boundary*0=\"a\"; charset*=utf-8''b (c)",
                    "=?iso-2022-jp?B?GyRCRnxLXBsoQg==?= =?utf-8*de?Q?=C3=A9?= <用@例え.テスト>");

    private static final List<String> SIGNED =
            List.of(
                    "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/simple; d=example.com; s=s1;"
                            + " h=From:To:from; l=4; t=1; x=9; z=From:=20a|To:b; i=@example.com;"
                            + " q=dns/txt; bh=AAAA; b=AA\r\n"
                            + " AA\r\n"
                            + "From: <a@example.com>\r\n\r\n"
                            + "x y \r\n",
                    "ARC-Seal: i=1; a=rsa-sha256; cv=none; d=example.com; s=s1; b=AAAA\r\n"
                            + "ARC-Message-Signature: i=1; a=ed25519-sha256; c=relaxed;"
                            + " d=example.com; s=e; h=from:subject; bh=AAAA; b=AAAA\r\n"
                            + "ARC-Authentication-Results: i=1; a.example; none\r\n"
                            + "Subject: [x] y\r\nFrom: a@b.example.com\r\n\r\n\r\n>From \t\r\n");

    /** Fixed in the source, though the compiler cannot see it. */
    @SuppressWarnings("ImmutableEnumChecker")
    enum Target {
        SIGNATURES(SignaturesFuzz::fuzzerTestOneInput, SIGNED),
        RAW_MAIL(RawMailFuzz::fuzzerTestOneInput, MAILS),
        RECEIVED_FIELD(ReceivedFuzz::fuzzerTestOneInput, RECEIVED),
        AUTHENTICATION_RESULTS(AuthenticationResultsFuzz::fuzzerTestOneInput, RESULTS),
        ADDRESS(AddressFuzz::fuzzerTestOneInput, ADDRESSES);

        private final Consumer<byte[]> target;
        private final List<String> seeds;

        Target(Consumer<byte[]> target, List<String> seeds) {
            this.target = target;
            this.seeds = seeds;
        }

        void run(byte[] input) {
            target.accept(input);
        }
    }

    @ParameterizedTest
    @EnumSource
    void seedsAreRead(Target target) {
        for (String seed : target.seeds) {
            assertThatCode(() -> target.run(bytes(seed))).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @EnumSource
    void changedSeedsAreRead(Target target) {
        Random random = new Random(20_261_122);
        for (int i = 0; i < CHANGED; i++) {
            byte[] seed = bytes(target.seeds.get(random.nextInt(target.seeds.size())));
            byte[] input = changed(seed, random);
            assertThatCode(() -> target.run(input))
                    .as(() -> new String(input, StandardCharsets.ISO_8859_1))
                    .doesNotThrowAnyException();
        }
    }

    /** Some bytes put in, taken out, doubled or replaced, mostly by such as mean something. */
    private static byte[] changed(byte[] seed, Random random) {
        String signs = "\r\n\t ()<>[]{}@,;:.\\\"'=?*%&/-_+|\0\u00e9\u00ff0aZ";
        StringBuilder text = new StringBuilder(new String(seed, StandardCharsets.ISO_8859_1));
        int changes = 1 + random.nextInt(8);
        for (int i = 0; i < changes && !text.isEmpty(); i++) {
            int at = random.nextInt(text.length());
            char sign = signs.charAt(random.nextInt(signs.length()));
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, sign);
                case 1 -> text.setCharAt(at, sign);
                case 2 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(9)));
                default -> text.insert(random.nextInt(text.length()), text.substring(at));
            }
            text.setLength(Math.min(text.length(), 4_000));
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
