include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let a = filp_open("a")?;
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    match index() {
        0 => fd.fd_install(a),
        1 => take(fd),
        _ => put_unused_fd(fd),
    }
    Ok(())
}
