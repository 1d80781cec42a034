package dev.mailcheck.check;

        return List.of(
                );
    }
}
