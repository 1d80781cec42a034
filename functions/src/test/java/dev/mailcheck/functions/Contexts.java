package dev.mailcheck.functions;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;

/** What Lambda tells a function of its invocation. */
final class Contexts {
    private Contexts() {}

    static Context of(int remainingMillis) {
        return new Context() {
            @Override
            public String getAwsRequestId() {
                return "request";
            }

            @Override
            public String getLogGroupName() {
                return "group";
            }

            @Override
            public String getLogStreamName() {
                return "stream";
            }

            @Override
            public String getFunctionName() {
                return "function";
            }

            @Override
            public String getFunctionVersion() {
                return "1";
            }

            @Override
            public String getInvokedFunctionArn() {
                return "arn";
            }

            @Override
            public CognitoIdentity getIdentity() {
                throw new UnsupportedOperationException();
            }

            @Override
            public ClientContext getClientContext() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int getRemainingTimeInMillis() {
                return remainingMillis;
            }

            @Override
            public int getMemoryLimitInMB() {
                return 512;
            }

            @Override
            public LambdaLogger getLogger() {
                throw new UnsupportedOperationException();
            }
        };
    }
}
