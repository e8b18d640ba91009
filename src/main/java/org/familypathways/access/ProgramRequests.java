package org.familypathways.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

/**
 * What programs send and browsers do not. Browsers send an Origin with every request that changes something, also when they
 * add a remembered password; programs send none. So no other site can have made somebody send it, and the password is
 * looked at before anything of its body is.
 */
public final class ProgramRequests {

    private ProgramRequests() {}

    public static boolean isOne(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null
                && request.getHeader(HttpHeaders.ORIGIN) == null
                && request.getHeader(HttpHeaders.COOKIE) == null;
    }
}
