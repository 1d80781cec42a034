package dev.mailcheck.smtp;

import dev.mailcheck.smtp.TranscriptLine.Speaker;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * The evidence of one conversation, line by line: at most 300 lines of at most 512 characters.
 * Lines beyond are counted nowhere; a hostile server gains nothing by them.
 */
public final class Transcript {
    static final int MAX_TEXT = 512;
    private static final int MAX_LINES = 300;

    private final Clock clock;
    private final long start;
    private final List<TranscriptLine> lines = new ArrayList<>();

    public Transcript(Clock clock) {
        this.clock = clock;
        this.start = clock.millis();
    }

    void client(String text) {
        add(Speaker.CLIENT, text);
    }

    void server(String text) {
        add(Speaker.SERVER, text);
    }

    /** Something that happened between the lines, in our words. */
    public void note(String text) {
        add(Speaker.NOTE, text);
    }

    private void add(Speaker who, String text) {
        if (lines.size() < MAX_LINES) {
            lines.add(new TranscriptLine(who, Escape.line(text, MAX_TEXT), elapsedMillis()));
        }
    }

    public long elapsedMillis() {
        return clock.millis() - start;
    }

    public List<TranscriptLine> lines() {
        return List.copyOf(lines);
    }
}
