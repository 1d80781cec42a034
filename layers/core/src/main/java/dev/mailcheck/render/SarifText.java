package dev.mailcheck.render;

/**
 * The encoder for messages in SARIF, where braces are places for arguments and a text in brackets
 * before an address in parentheses is a link (SARIF 2.1.0, sections 3.11.5 and 3.11.6). JSON's own
 * escapes come on top of it.
 */
final class SarifText {
    private SarifText() {}

    static String of(String foreign) {
        return TerminalText.of(foreign).replace("{", "{{").replace("}", "}}").replace("](", "] (");
    }
}
