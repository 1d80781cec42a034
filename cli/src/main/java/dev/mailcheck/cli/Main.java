package dev.mailcheck.cli;

/** Stands in for the command until it is there; answers {@code --version} only. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        if (args.length == 1 && args[0].equals("--version")) {
            System.out.println("mailcheck 1.0.0");
            return;
        }
        System.err.println("mailcheck: not built yet: " + String.join("|", args));
        System.exit(64);
    }
}
