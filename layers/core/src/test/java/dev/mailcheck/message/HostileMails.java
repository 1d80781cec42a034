package dev.mailcheck.message;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Mails that are made to take long, to take much, or to be read in two ways. */
public final class HostileMails {
    private static final String MIXED = "Content-Type: multipart/mixed; boundary=";
    private static final int MIB = 1 << 20;

    private HostileMails() {}

    /** Bombs by name; each is made when it is asked for. */
    public static Map<String, Supplier<String>> bombs() {
        Map<String, Supplier<String>> bombs = new LinkedHashMap<>();
        bombs.put("depth 100", () -> nested(100));
        bombs.put("depth 10,000", () -> nested(10_000));
        bombs.put("depth 10,000, one boundary", () -> (MIXED + "b\r\n\r\n--b\r\n").repeat(10_000));
        bombs.put("mails in mails", () -> "Content-Type: message/rfc822\r\n\r\n".repeat(50_000));
        bombs.put("100,000 fields", () -> "A: 1\r\n".repeat(100_000) + "\r\n");
        bombs.put("100,000 From", () -> "From: a@b.example\r\n".repeat(100_000) + "\r\n");
        bombs.put("field of 1 MB", () -> "A: " + "x".repeat(MIB) + "\r\n\r\n");
        bombs.put("field of 1 MB, folded", () -> "A: x\r\n" + " x\r\n".repeat(250_000) + "\r\n");
        bombs.put("line of 25 MiB", () -> "A: 1\r\n\r\n" + "x".repeat(25 * MIB));
        bombs.put("no line end at all", () -> "x".repeat(25 * MIB));
        bombs.put("NULs", () -> "A: 1\r\n\r\n" + "\0".repeat(25 * MIB));
        bombs.put("10^6 parts", () -> MIXED + "b\r\n\r\n" + "--b\r\n\r\nx\r\n".repeat(1_000_000));
        bombs.put(
                "boundary lines of no part",
                () -> MIXED + "b\r\n\r\n" + "--\r\n".repeat(6_000_000));
        bombs.put(
                "100 like boundaries",
                () -> like(100) + ("--" + "b".repeat(900) + "\r\n").repeat(20_000));
        bombs.put("boundary of 90 KB", () -> MIXED + "b".repeat(90_000) + "\r\n\r\n--b\r\n\r\nx");
        bombs.put("base64 of 25 MiB", () -> text("base64") + "QUFB\r\n".repeat(4_000_000));
        bombs.put(
                "quoted-printable of 24 MiB",
                () -> text("quoted-printable") + "=41".repeat(8 * MIB));
        bombs.put("5,000 addresses", () -> "From: " + "a@b.example,".repeat(5_000) + "\r\n\r\n");
        bombs.put("open comments", () -> "From: " + "(".repeat(90_000) + "\r\n\r\n");
        bombs.put("open angles", () -> "From: " + "<".repeat(90_000) + "\r\n\r\n");
        bombs.put(
                "a route without end",
                () -> "From: <@" + "a,".repeat(45_000) + ":u@a.example>\r\n\r\n");
        bombs.put(
                "encoded words",
                () -> "From: " + "=?utf-8?q?a?= ".repeat(7_000) + "<u@a.example>\r\n\r\n");
        bombs.put(
                "20 MiB of tags",
                () -> text("8bit").replace("plain", "html") + "<a href=".repeat(2_600_000));
        bombs.put(
                "entities",
                () -> text("8bit").replace("plain", "html") + "&#x&amp".repeat(3_000_000));
        bombs.put("links", () -> text("8bit") + "http://a.example ".repeat(1_500_000));
        return bombs;
    }

    /** Header tricks and the author domain that may be believed; "-" is none. */
    public static Map<String, String> tricks() {
        Map<String, String> tricks = new LinkedHashMap<>();
        tricks.put("From: u@a.example\r\nFrom: v@b.example", "-");
        tricks.put("From: v@b.example\r\nfrom: u@a.example", "-");
        tricks.put("From: u@a.example\r\nFROM : v@b.example", "-");
        tricks.put("From: u@a.example, v@b.example", "-");
        tricks.put("From: u@a.example,v@b.example,", "-");
        tricks.put("From: u@a.example;v@b.example", "-");
        tricks.put("From: <u@a.example>,<v@b.example>", "-");
        tricks.put("From: <u@a.example><v@b.example>", "-");
        tricks.put("From: <u@a.example> v@b.example", "a.example");
        tricks.put("From: v@b.example <u@a.example>", "a.example");
        tricks.put("From: \"v@b.example\" <u@a.example>", "a.example");
        tricks.put("From: \"v@b.example\r\n \" <u@a.example>", "a.example");
        tricks.put("From: \"<v@b.example>\" <u@a.example>", "a.example");
        tricks.put("From: \"a\\\" <v@b.example>\" <u@a.example>", "a.example");
        tricks.put("From: (<v@b.example>) <u@a.example>", "a.example");
        tricks.put("From: (\\)<v@b.example>) u@a.example", "a.example");
        tricks.put("From: (((<v@b.example>))) u@a.example", "a.example");
        tricks.put("From: u@a.example (<v@b.example>)", "a.example");
        tricks.put("From: u@(b.example)a.example", "a.example");
        tricks.put("From: u(@b.example)@a.example", "a.example");
        tricks.put("From: u@a.example(.b.example)", "a.example");
        tricks.put("From: u@a.(x)example", "a.example");
        tricks.put("From: u @ a.example", "a.example");
        tricks.put("From: u@a .example", "a.example");
        tricks.put("From: u@a.example b.example", "-");
        tricks.put("From: u@a.example\0.b.example", "-");
        tricks.put("From: u@a.example\0", "-");
        tricks.put("From: u\0@a.example", "-");
        tricks.put("From: u@a.example\rFrom: v@b.example", "-");
        tricks.put("From: u@a.example\n\tFrom: v@b.example", "-");
        tricks.put("From: u@a.example\r\n\r", "a.example");
        tricks.put("From:\r\n u@a.example", "a.example");
        tricks.put("From:\r\n\tu@\r\n\ta.example", "a.example");
        tricks.put("From\t: u@a.example", "a.example");
        tricks.put("From:u@a.example", "a.example");
        tricks.put("From : u@a.example\r\n : v@b.example", "-");
        tricks.put("\0From: u@a.example", "-");
        tricks.put("\u00a0From: u@a.example", "-");
        tricks.put("From\0: u@a.example", "-");
        tricks.put("Fr\u00f6m: u@a.example", "-");
        tricks.put("X-From: u@a.example", "-");
        tricks.put("From;: u@a.example", "-");
        tricks.put("From: =?utf-8?q?u=40a.example?=", "-");
        tricks.put("From: =?utf-8?b?PHZAYi5leGFtcGxlPg==?= <u@a.example>", "a.example");
        tricks.put("From: =?utf-8?q?=00?= <u@a.example>", "a.example");
        tricks.put("From: =?utf-8?q?v=40b.example=2C?= u@a.example", "-");
        tricks.put("From: <=?utf-8?q?v?=@a.example>", "a.example");
        tricks.put("From: u@=?utf-8?q?a.example?=", "-");
        tricks.put("From: G: u@a.example;", "a.example");
        tricks.put("From: G:;", "-");
        tricks.put("From: G: u@a.example, v@b.example;", "-");
        tricks.put("From: G: u@a.example; H: v@b.example;", "-");
        tricks.put("From: v@b.example: u@a.example;", "-");
        tricks.put("From: <@b.example:u@a.example>", "a.example");
        tricks.put("From: <@b.example,@c.example:u@a.example>", "a.example");
        tricks.put("From: u@b.example@a.example", "-");
        tricks.put("From: \"u@b.example\"@a.example", "a.example");
        tricks.put("From: u@[192.0.2.1]", "-");
        tricks.put("From: <>", "-");
        tricks.put("From: ", "-");
        return tricks;
    }

    /** Bodies that end for one server where they go on for another. */
    public static Map<String, Boolean> smuggling() {
        Map<String, Boolean> bodies = new LinkedHashMap<>();
        for (String before : new String[] {"\n", "\r", "\r\n"}) {
            for (String after : new String[] {"\n", "\r", "\r\n"}) {
                bodies.put(before + "." + after, !(before + after).equals("\r\n\r\n"));
            }
        }
        bodies.put("\r\n\0.\r\n", false);
        bodies.put("\r\n.\0\r\n", false);
        bodies.put("\r\n.\r\r\n", true);
        return bodies;
    }

    private static String nested(int depth) {
        return IntStream.range(0, depth)
                .mapToObj(i -> MIXED + "b" + i + "\r\n\r\n--b" + i + "\r\n")
                .collect(Collectors.joining());
    }

    private static String like(int depth) {
        return IntStream.range(0, depth)
                .mapToObj(i -> "b".repeat(899) + (char) ('A' + i % 26) + i)
                .map(boundary -> MIXED + boundary + "\r\n\r\n--" + boundary + "\r\n")
                .collect(Collectors.joining());
    }

    private static String text(String encoding) {
        return "Content-Type: text/plain\r\nContent-Transfer-Encoding: " + encoding + "\r\n\r\n";
    }
}
