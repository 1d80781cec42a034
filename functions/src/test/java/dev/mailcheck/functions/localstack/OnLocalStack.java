package dev.mailcheck.functions.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import java.io.IOException;
import java.util.Optional;

/**
 * One LocalStack for all tests of this build. Where no Python for it is found, the tests are left
 * out with a line that nobody overlooks; in CI they fail.
 */
final class OnLocalStack implements BeforeAllCallback, ParameterResolver {
    private static final Namespace HERE = Namespace.create(OnLocalStack.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        localStack(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LocalStack.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return localStack(context);
    }

    private static LocalStack localStack(ExtensionContext context) {
        return context.getRoot()
                .getStore(HERE)
                .computeIfAbsent(LocalStack.class, none -> started(), LocalStack.class);
    }

    private static LocalStack started() {
        Optional<String> python = LocalStack.python();
        if (python.isEmpty()) {
            String why = "no Python 3.13 for LocalStack: nothing of AWS is tested";
            assertThat(System.getenv("CI")).as(why).isNotEqualTo("true");
            System.err.println("\n*** SKIPPED: " + why + " ***\n");
            Assumptions.abort(why);
        }
        try {
            return LocalStack.start(python.get());
        } catch (IOException failed) {
            throw new IllegalStateException("see functions/target/localstack.log", failed);
        }
    }
}
