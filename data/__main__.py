"""python -m data: the older name of python -m barrelwatch, kept for scripts that know it."""

import runpy

runpy.run_module("barrelwatch", run_name="__main__", alter_sys=True)
