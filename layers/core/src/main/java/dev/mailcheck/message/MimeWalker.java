package dev.mailcheck.message;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Walks through a body line by line and notes where its parts begin and end (RFC 2046, section
 * 5.1). Each line is looked at once, however deep the parts lie: the boundaries that are open stand
 * in a table. Limits end the walk, not the depth of a stack. A body whose boundaries fit nowhere is
 * one text: some programs show it as that, and its links count.
 */
final class MimeWalker {
    private static final int MAX_BOUNDARY = 10_000;

    private final byte[] mail;
    private final int bodyStart;
    private final int end;
    private final List<MimePart> parts = new ArrayList<>();
    private final Deque<Multipart> open = new ArrayDeque<>();
    private final Map<String, Integer> depths = new HashMap<>();
    private int at;
    private int depth;
    private boolean inHeader;
    private PartHeader header;
    private int partStart = -1;
    private TooComplex.@Nullable Limit passed;

    /**
     * A multipart whose end has not come.
     *
     * @param outer the depth at which the same boundary was open already
     */
    private record Multipart(String boundary, int depth, boolean digest, @Nullable Integer outer) {}

    MimeWalker(RawMail raw) {
        mail = raw.bytes();
        end = raw.end();
        bodyStart = raw.bodyOffset();
        at = bodyStart;
        header = new PartHeader(ContentType.PLAIN);
        raw.header().forEach(field -> header.take(field.name(), field.rawValue()));
    }

    MimeReading walk() {
        begin();
        while (at < end && passed == null) {
            int next = nextLine(at);
            if (!isDelimiter(at, next)) {
                line(at, next);
            }
            at = next;
        }
        endPart(end);
        if (parts.isEmpty() && bodyStart < end) {
            parts.add(new PartHeader(ContentType.PLAIN).part(bodyStart, end, 0));
        }
        return passed == null ? new MimeBody(List.copyOf(parts)) : new TooComplex(passed);
    }

    private void line(int start, int next) {
        if (inHeader && header.isAtItsEnd(mail, start, next)) {
            inHeader = false;
            header.finish(mail);
            boolean empty = mail[start] == '\n' || mail[start] == '\r';
            at = empty ? next : start;
            begin();
        }
    }

    /** The content of a part begins: of a multipart, of a mail in the mail, or plain content. */
    private void begin() {
        ContentType type = header.type();
        if (type.isMultipart() && type.boundary().filter(MimeWalker::isUsable).isPresent()) {
            push(type);
        } else if (type.type().equals("message/rfc822") && !header.isEncoded()) {
            deeper();
            header = new PartHeader(ContentType.PLAIN);
            inHeader = true;
        } else {
            header = type.isMultipart() ? new PartHeader(ContentType.PLAIN) : header;
            partStart = at;
        }
    }

    private void push(ContentType type) {
        String boundary = type.boundary().orElseThrow();
        deeper();
        boolean digest = type.type().equals("multipart/digest");
        open.push(new Multipart(boundary, depth, digest, depths.put(boundary, depth)));
    }

    private static boolean isUsable(String boundary) {
        return boundary.length() <= MAX_BOUNDARY;
    }

    private void deeper() {
        depth++;
        if (depth > TooComplex.Limit.MIME_DEPTH.value()) {
            passed = TooComplex.Limit.MIME_DEPTH;
        }
    }

    /** Whether the line is a boundary that is open; if so, it ends what it ends. */
    private boolean isDelimiter(int start, int next) {
        boolean possible =
                !open.isEmpty()
                        && next - start <= MAX_BOUNDARY + 80
                        && start + 2 < next
                        && mail[start] == '-'
                        && mail[start + 1] == '-';
        if (!possible) {
            return false;
        }
        String line = new String(mail, start + 2, next - start - 2, StandardCharsets.ISO_8859_1);
        String boundary = line.stripTrailing();
        boolean closing = !depths.containsKey(boundary) && boundary.endsWith("--");
        String name =
                closing ? boundary.substring(0, boundary.length() - 2).stripTrailing() : boundary;
        Integer level = depths.get(name);
        if (level == null) {
            return false;
        }
        delimiter(level, closing, start);
        return true;
    }

    private void delimiter(int level, boolean closing, int start) {
        endPart(start);
        while (open.element().depth() > level) {
            pop();
        }
        boolean digest = open.element().digest();
        depth = level;
        if (closing) {
            pop();
            inHeader = false;
        } else {
            header = new PartHeader(digest ? PartHeader.MESSAGE : ContentType.PLAIN);
            inHeader = true;
        }
    }

    private void pop() {
        Multipart closed = open.pop();
        if (closed.outer() == null) {
            depths.remove(closed.boundary());
        } else {
            depths.put(closed.boundary(), closed.outer());
        }
        depth = closed.depth() - 1;
    }

    private void endPart(int lineStart) {
        if (partStart >= 0) {
            int last = Math.max(partStart, lineStart < end ? beforeLineEnd(lineStart) : end);
            parts.add(header.part(partStart, last, depth));
            partStart = -1;
            if (parts.size() > TooComplex.Limit.MIME_PARTS.value()) {
                passed = TooComplex.Limit.MIME_PARTS;
            }
        }
    }

    private int beforeLineEnd(int lineStart) {
        int last = lineStart - 1;
        return last > 0 && mail[last - 1] == '\r' ? last - 1 : last;
    }

    private int nextLine(int from) {
        int i = from;
        while (i < end && mail[i] != '\n') {
            i++;
        }
        return Math.min(i + 1, end);
    }
}
