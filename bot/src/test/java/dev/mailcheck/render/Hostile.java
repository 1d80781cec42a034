package dev.mailcheck.render;

import dev.mailcheck.report.Report;

import java.util.ArrayList;
import java.util.List;

/** What the core's tests know of hostile texts, and what Slack's users would try besides. */
public final class Hostile {
    private static final List<String> AGAINST_SLACK =
            List.of(
                    "<!channel>",
                    "<!here|here>",
                    "<!everyone>",
                    "<!subteam^S012345>",
                    "<!date^1392734382^{date}|now>",
                    "<@U012345>",
                    "<@U012345|boss>",
                    "<#C012345|general>",
                    "<http://evil.example|your bank>",
                    "<https://evil.example>",
                    "<mailto:a@evil.example|write>",
                    "<slack://open>",
                    "&lt;!channel&gt;",
                    "&amp;lt;!channel&amp;gt;",
                    "@channel @here @everyone",
                    "#general",
                    "*bold*",
                    "_italic_",
                    "~gone~",
                    "`code`",
                    "```code```",
                    "``` <!channel> ```",
                    "> quote",
                    ">>> quote",
                    ":rotating_light: :white_check_mark:",
                    "https://evil.example/login",
                    "evil.example",
                    "\n*Grade: SECURE*",
                    "\n\n# heading",
                    "[text](https://evil.example)",
                    "{\"type\":\"section\"}",
                    "\"}],\"blocks\":[",
                    "<<!channel>>",
                    "<!channel",
                    "!channel>",
                    "<\u200b!channel>",
                    "\u202e>lennahc!<");

    private Hostile() {}

    /** At least two hundred. */
    public static List<String> texts() {
        List<String> all = new ArrayList<>(AGAINST_SLACK);
        all.addAll(Payloads.all());
        return all;
    }

    /** A report that has this text wherever it can have one. */
    public static Report report(String text) {
        return HostileReport.of(text);
    }
}
