package dev.mailcheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.bimi.BimiRecord;
import dev.mailcheck.dkim.DkimKeyRecord;
import dev.mailcheck.dkim.Keys;
import dev.mailcheck.dkim.TagList;
import dev.mailcheck.dmarc.DmarcRecord;
import dev.mailcheck.dmarc.DmarcRemarks;
import dev.mailcheck.dmarc.DmarcRewrite;
import dev.mailcheck.dmarc.PolicyTag;
import dev.mailcheck.mtasts.MtaStsPolicy;
import dev.mailcheck.mtasts.MtaStsRecord;
import dev.mailcheck.tlsrpt.TlsRptRecord;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Whatever a zone says, the parsers of its records answer with a value. */
@NullMarked
class ParsersNeverThrowTest {
    private static final int STRINGS = 200_000;

    private static final List<String> PIECES =
            List.of(
                    "v=DMARC1",
                    "v=DKIM1",
                    "v=TLSRPTv1",
                    "v=STSv1",
                    "v=BIMI1",
                    ";",
                    "; ",
                    "=",
                    ":",
                    "p=",
                    "sp=",
                    "np=",
                    "none",
                    "quarantine",
                    "reject",
                    "t=y",
                    "psd=y",
                    "fo=0:1:d",
                    "rua=",
                    "ruf=",
                    "mailto:",
                    "https://",
                    "a@example.com",
                    "example.com",
                    ",",
                    "!10m",
                    "!",
                    "pct=",
                    "100",
                    "k=rsa",
                    "k=ed25519",
                    "h=sha1",
                    "s=email",
                    "id=",
                    "version: STSv1\n",
                    "mode: ",
                    "enforce\n",
                    "mx: *.example.com\n",
                    "max_age: 1\n",
                    "\r\n",
                    " ",
                    "\t",
                    "l=",
                    "a=",
                    "avp=",
                    "\"",
                    "\\",
                    "\u0000",
                    "\u00ff",
                    "é",
                    "İ",
                    "%",
                    "%41",
                    "*",
                    ".",
                    "A",
                    "=",
                    Keys.ED25519,
                    Keys.rsa(1024));

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_122})
    void randomTexts(long seed) {
        Random random = new Random(seed);
        int records = 0;
        for (int i = 0; i < STRINGS / 2; i++) {
            records += read(text(random)) ? 1 : 0;
        }
        assertThat(records).as("texts that were records at all").isGreaterThan(1000);
    }

    /** Each of them once made some parser of this kind slow or deep. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=b;",
                "0:",
                "a.",
                "a,",
                "=",
                ";",
                " ",
                "%41",
                "mailto:a@b.example,",
                "!1",
                "\n",
                "a: b\n",
                "mx: a.b\n",
                "d:0:",
                "A",
                "a@",
                "(",
                "é"
            })
    void textsOf64Kilobytes(String piece) {
        String body = piece.repeat(65_000 / piece.length());
        for (String head :
                List.of(
                        "",
                        "v=DMARC1; fo=",
                        "v=DMARC1; rua=",
                        "v=DMARC1; rua=mailto:",
                        "v=DMARC1; ",
                        "v=DKIM1; p=",
                        "v=DKIM1; t=",
                        "v=TLSRPTv1; rua=",
                        "v=TLSRPTv1; rua=https://",
                        "v=STSv1; id=",
                        "v=BIMI1; l=https://",
                        "v=BIMI1; a=",
                        "mx: ")) {
            read(head + body);
        }
    }

    @Test
    void whatIsWrittenAnewIsAlwaysASoundRecord() {
        Random random = new Random(7);
        int rewritten = 0;
        for (int i = 0; i < STRINGS / 4; i++) {
            Optional<DmarcRecord> record = DmarcRecord.parse("v=DMARC1; " + text(random));
            if (record.isPresent()) {
                DmarcRecord tidy = DmarcRecord.parse(DmarcRewrite.tidy(record.get())).orElseThrow();
                assertThat(tidy.standing()).isEqualTo(DmarcRecord.Standing.SOUND);
                assertThat(DmarcRemarks.of(tidy)).as(tidy.text()).isEmpty();
                rewritten++;
            }
        }
        assertThat(rewritten).isEqualTo(STRINGS / 4);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        if (random.nextBoolean()) {
            text.append(PIECES.get(random.nextInt(5))).append("; ");
        }
        for (int pieces = random.nextInt(12); pieces >= 0; pieces--) {
            if (random.nextInt(8) == 0) {
                text.append((char) random.nextInt(256));
            } else {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        return text.toString();
    }

    /** Reads the text in every way; true where one of them took it for a record. */
    private static boolean read(String text) {
        TagList.parse(text);
        DmarcRewrite.withVersion(text);
        TlsRptRecord.mending(List.of(text, text));
        BimiRecord.isMeant(text);
        DkimKeyRecord.isMeantAsKey(text);
        boolean dkim = DkimKeyRecord.parse(text) instanceof DkimKeyRecord.Valid;
        boolean sts = MtaStsRecord.parse(text) instanceof MtaStsRecord.Valid;
        boolean policy = MtaStsPolicy.parse(text) instanceof MtaStsPolicy.Valid;
        boolean tls = TlsRptRecord.parse(text) instanceof TlsRptRecord.Valid;
        boolean dmarc = dmarc(text);
        boolean bimi = BimiRecord.parse(text) instanceof BimiRecord.Valid;
        return dmarc || dkim || sts || policy || tls || bimi;
    }

    private static boolean dmarc(String text) {
        Optional<DmarcRecord> record = DmarcRecord.parse(text);
        record.ifPresent(r -> {
            DmarcRemarks.of(r);
            DmarcRewrite.tidy(r);
            DmarcRewrite.merged(List.of(r, r));
            r.applied(PolicyTag.NP);
        });
        return record.isPresent();
    }
}
