package dev.mailcheck.check;

import dev.mailcheck.smtp.SmtpReply;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a refusal, without what only repeats a question: a recipient at "relay.example" must
 * not make the reply one about relaying.
 *
 * @param whole all that was said, in lower case
 * @param words without addresses, names of hosts and status codes
 * @param status the last two parts of an enhanced status code such as "7.1"; empty without one
 */
record RefusalText(String whole, String words, String status) {
    /** At the start, or as qmail and others write it: "(#5.7.1)", "#5.1.0 Address rejected". */
    private static final Pattern STATUS =
            Pattern.compile("(?:^|#)[245]\\.(\\d{1,3}\\.\\d{1,3})(?![\\d.])");

    private static final Pattern REPEATED =
            Pattern.compile(
                    "\"[^\"]{0,256}\"@\\S*|<[^>]{0,512}>|\\[[^\\]]{0,512}]|\\S*@\\S*|\\b\\S+[!%]\\S+"
                        + "|\\b[a-z0-9_-]+(?:\\.[a-z0-9_-]+)+\\b|[a-z]+://\\S*");

    /** More would only keep us busy. */
    private static final int MOST = 1000;

    static RefusalText of(SmtpReply reply) {
        String text = reply.text().toLowerCase(Locale.ROOT);
        String whole = text.substring(0, Math.min(MOST, text.length()));
        Matcher status = STATUS.matcher(whole);
        return new RefusalText(
                whole,
                REPEATED.matcher(whole).replaceAll(" ").replaceAll("\\s+", " ").strip(),
                status.find() ? status.group(1) : "");
    }

    boolean says(Pattern pattern) {
        return pattern.matcher(words).find();
    }

    boolean names(String address) {
        return whole.contains(address.toLowerCase(Locale.ROOT));
    }
}
