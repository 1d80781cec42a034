package dev.mailcheck.message;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The links in the text and HTML of a mail, the first of each host.
 *
 * @param links in their order in the mail
 * @param complete whether all of the mail was looked at
 */
public record Links(List<Link> links, boolean complete) {
    /** Most hosts that are kept. */
    public static final int MAX_HOSTS = 200;

    /** Most bytes of text that are looked at, as they stand in the mail. */
    public static final int MAX_TEXT = 4 << 20;

    /** Looks through the text parts. */
    public static Links of(RawMail mail, MimeBody body) {
        Found found = new Found();
        int left = MAX_TEXT;
        for (MimePart part : body.parts()) {
            if (part.isText()) {
                int length = part.end() - part.start();
                found.complete &= length <= left;
                look(part.type(), part.text(mail, left), found);
                left = Math.max(0, left - length);
            }
        }
        return new Links(List.copyOf(found.byHost.values()), found.complete);
    }

    private static void look(String type, String text, Found found) {
        if (type.equals("text/html")) {
            HtmlLinks.find(text, found::add);
        } else {
            TextLinks.find(text, found::add);
        }
    }

    private static final class Found {
        final Map<String, Link> byHost = new LinkedHashMap<>();
        boolean complete = true;

        void add(String url) {
            if (byHost.size() < MAX_HOSTS) {
                Url.read(url).ifPresent(link -> byHost.putIfAbsent(link.host(), link));
            } else {
                complete = false;
            }
        }
    }
}
