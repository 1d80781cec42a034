package dev.mailcheck.render;

/**
 * The encoder for CSV that people open in a spreadsheet. Every cell is in quotation marks and on
 * one line, and what a spreadsheet would take for a formula gets an apostrophe before it, which
 * spreadsheets show as text.
 */
final class CsvText {
    /** The full-width ones too: Japanese editions take them for the others. */
    private static final String BEGIN_FORMULAS = "=+-@＝＋－＠";

    private CsvText() {}

    static String of(String foreign) {
        String shown = TerminalText.of(foreign);
        String safe = beginsFormula(shown) ? "'" + shown : shown;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }

    /** Blanks before it do not keep every spreadsheet from computing. */
    private static boolean beginsFormula(String text) {
        String begin = text.strip();
        return !begin.isEmpty() && BEGIN_FORMULAS.indexOf(begin.charAt(0)) >= 0;
    }
}
