"""OpenStack Swift with its S3 API on one loopback port: all four servers in this one process, files below one folder.

Called with that folder, it writes one line of JSON with the port once it listens, and ends with its standard input.
"""
import eventlet

eventlet.monkey_patch()

import json
import os
import sys
from array import array

from eventlet import wsgi
from eventlet.hubs import trampoline
from swift.common import utils
from swift.common.ring import RingData
from swift.common.wsgi import loadapp

ROOT = sys.argv[1]
LOOPBACK = "127.0.0.1"

SWIFT = """
[swift-hash]
swift_hash_path_prefix = test
swift_hash_path_suffix = test
"""

STORE = """
[DEFAULT]
swift_dir = {root}
devices = {root}
mount_check = false
fallocate_reserve = 0
log_name = {kind}
log_level = ERROR
[pipeline:main]
pipeline = {kind}-server
[app:{kind}-server]
use = egg:swift#{kind}
"""

PROXY = """
[DEFAULT]
swift_dir = {root}
log_level = ERROR
[pipeline:main]
pipeline = catch_errors s3api tempauth bulk slo proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
node_timeout = 60
conn_timeout = 10
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:s3api]
use = egg:swift#s3api
location = us-east-1
# as Amazon's, in any browser
cors_preflight_allow_origin = *
[filter:tempauth]
use = egg:swift#tempauth
user_test_tester = testing .admin
[filter:bulk]
use = egg:swift#bulk
[filter:slo]
use = egg:swift#slo
"""


class Memory:
    """As much of memcached as one process needs."""

    def __init__(self):
        self.kept = {}

    def get(self, key, *_args, **_more):
        return self.kept.get(key)

    def set(self, key, value, *_args, **_more):
        self.kept[key] = value

    def delete(self, key, *_args, **_more):
        self.kept.pop(key, None)


def remembering(app):
    memory = Memory()

    def answer(env, start_response):
        env["swift.cache"] = memory
        return app(env, start_response)

    return answer


def write(name, text):
    path = os.path.join(ROOT, name)
    with open(path, "w") as file:
        file.write(text)
    return path


def listen():
    return eventlet.listen((LOOPBACK, 0), backlog=256)


def serve(sock, app):
    eventlet.spawn(wsgi.server, sock, app, utils.get_logger({}), log_output=False, max_size=256)


def main():
    os.makedirs(os.path.join(ROOT, "disk"))
    write("swift.conf", SWIFT)
    utils.set_swift_dir(ROOT)
    stores = {kind: listen() for kind in ("account", "container", "object")}
    for kind, sock in stores.items():
        port = sock.getsockname()[1]
        node = {"id": 0, "zone": 0, "region": 1, "device": "disk", "ip": LOOPBACK, "port": port, "weight": 1}
        RingData([array("H", [0])], [node], 32).save(os.path.join(ROOT, kind + ".ring.gz"))
    for kind, sock in stores.items():
        serve(sock, loadapp(write(kind + ".conf", STORE.format(root=ROOT, kind=kind))))
    front = listen()
    serve(front, remembering(loadapp(write("proxy.conf", PROXY.format(root=ROOT)))))
    print(json.dumps({"port": front.getsockname()[1]}), flush=True)
    # waits without keeping the servers from their work; it is readable once it ends
    trampoline(0, read=True)
    os._exit(0)


main()
