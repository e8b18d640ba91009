package org.familypathways.notification;

import java.util.Map;
import java.util.UUID;

/**
 * A notification at the door.
 *
 * @param reference by which the sending service can be asked for it
 * @param template its template
 * @param to where it goes
 * @param text what it says
 * @param personalisation what the template's placeholders stand for
 */
record Outgoing(UUID reference, String template, WayOfContact to, Message text, Map<String, String> personalisation) {}
