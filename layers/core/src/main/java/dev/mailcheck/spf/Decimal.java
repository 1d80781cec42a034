package dev.mailcheck.spf;

/** Small decimal numbers as the RFC's grammar writes them: no sign, no leading zero. */
final class Decimal {
    private Decimal() {}

    /** The number, or -1 where the text is none or it is above {@code max}. */
    static int parse(String text, int max) {
        if (text.isEmpty() || text.length() > 3 || (text.length() > 1 && text.charAt(0) == '0')) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        return number <= max ? number : -1;
    }
}
