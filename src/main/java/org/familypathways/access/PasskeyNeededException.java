package org.familypathways.access;

import org.springframework.security.core.AuthenticationException;

/** The password was right, and does not do: this account needs a passkey, which a program cannot use. */
public class PasskeyNeededException extends AuthenticationException {

    PasskeyNeededException() {
        super(
                "This account needs a passkey beside its password, which a program cannot use. Give the program an account of"
                        + " its own, and have it named in FAMILYPATHWAYS_SIGNIN_PROGRAMS.");
    }
}
