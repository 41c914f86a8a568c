/** WeCom (企业微信), self-built app: callbacks in, message/send out. */
@NullMarked
package org.lanshao.channel.wecom;

import org.jspecify.annotations.NullMarked;
