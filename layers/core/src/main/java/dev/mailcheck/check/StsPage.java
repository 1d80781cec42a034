package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.MTA_STS_POLICY_MALFORMED;
import static dev.mailcheck.check.FindingCode.MTA_STS_POLICY_NOT_SERVED;
import static dev.mailcheck.check.FindingCode.MTA_STS_POLICY_REDIRECTED;
import static dev.mailcheck.check.FindingCode.MTA_STS_POLICY_TOO_LARGE;
import static dev.mailcheck.check.FindingCode.MTA_STS_POLICY_UNREADABLE;

import dev.mailcheck.https.PageReply;
import dev.mailcheck.https.PageTrouble;
import dev.mailcheck.https.PageVisit;
import dev.mailcheck.mtasts.MtaStsPolicy;

import java.util.Map;

/** What the policy host's answer comes to, once its certificate is good (RFC 8461, section 3.3). */
final class StsPage {
    private static final int OK = 200;

    private StsPage() {}

    static StsPolicy of(PageVisit visit) {
        return visit.trouble()
                .map(StsPage::troubled)
                .or(() -> visit.reply().map(StsPage::answered))
                .orElseGet(() -> new StsPolicy.NotKnown("NOT_RUN"));
    }

    private static StsPolicy troubled(PageTrouble trouble) {
        return switch (trouble) {
            case NOT_HTTP -> unreadable("NOT_HTTP");
            case BODY_TOO_LONG -> new StsPolicy.Unusable(MTA_STS_POLICY_TOO_LARGE, Map.of());
            case HTTP2_ONLY -> new StsPolicy.NotKnown("HTTP2_ONLY");
            case HEADER_TOO_LONG -> new StsPolicy.NotKnown("HTTP_HEADER_TOO_LONG");
            case CUT_OFF -> new StsPolicy.NotKnown("HUNG_UP");
            case TIMEOUT -> new StsPolicy.NotKnown("TIMEOUT");
            case DEADLINE -> new StsPolicy.NotKnown("DEADLINE");
        };
    }

    private static StsPolicy answered(PageReply reply) {
        return switch (reply.status()) {
            case OK -> served(reply);
            // Said of us, or of the moment; another sender may have more luck.
            case 403 -> new StsPolicy.NotKnown("HTTP_FORBIDDEN");
            case 408, 425, 429 -> new StsPolicy.NotKnown("HTTP_TRY_LATER");
            default -> refused(reply);
        };
    }

    private static StsPolicy refused(PageReply reply) {
        String status = Integer.toString(reply.status());
        return switch (reply.status() / 100) {
            case 3 ->
                    new StsPolicy.Unusable(
                            MTA_STS_POLICY_REDIRECTED,
                            Map.of("status", status, "location", reply.location().orElse("-")));
            case 5 -> new StsPolicy.NotKnown("HTTP_SERVER_ERROR");
            default -> new StsPolicy.Unusable(MTA_STS_POLICY_NOT_SERVED, Map.of("status", status));
        };
    }

    private static StsPolicy served(PageReply reply) {
        if (reply.contentEncoding().filter(coding -> !isPlain(coding)).isPresent()) {
            return unreadable("COMPRESSED_UNASKED");
        }
        return switch (MtaStsPolicy.parse(reply.text())) {
            case MtaStsPolicy.Valid policy ->
                    new StsPolicy.Usable(policy, reply.contentType().orElse(""));
            case MtaStsPolicy.Malformed broken ->
                    new StsPolicy.Unusable(
                            MTA_STS_POLICY_MALFORMED,
                            Map.of("reason", broken.reason(), "line", shown(broken.line())));
        };
    }

    private static String shown(String line) {
        return line.isEmpty() ? "-" : line;
    }

    private static boolean isPlain(String coding) {
        return coding.isEmpty() || coding.equalsIgnoreCase("identity");
    }

    private static StsPolicy unreadable(String reason) {
        return new StsPolicy.Unusable(MTA_STS_POLICY_UNREADABLE, Map.of("reason", reason));
    }
}
